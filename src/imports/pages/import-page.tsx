import { useQuery } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { formatMoment } from "../../platform/texts/format.ts";
import { AppLink } from "../../platform/ui/app-link.tsx";
import { PageHeading } from "../../platform/ui/page-heading.tsx";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { SkeletonLines } from "../../platform/ui/skeleton-lines.tsx";
import { useBoth, useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { BatchView } from "../contract.ts";
import { AsideList } from "./aside-list.tsx";
import { BatchDeeds } from "./batch-deeds.tsx";
import { FileList } from "./file-list.tsx";
import { FindingsTable } from "./findings-table.tsx";
import { firstLine, sumOf } from "./first-line.ts";
import { importTexts } from "./import-texts.ts";
import { MovedGoals } from "./moved-goals.tsx";
import { ProgressOf } from "./progress.tsx";
import { importQuery, type RowsAsked } from "./queries.ts";
import { ReconcilePart } from "./reconcile-part.tsx";
import { RemarksTable } from "./remarks-table.tsx";
import { RowsPart } from "./rows-part.tsx";
import "./imports.css";

type Props = { readonly id: string; readonly may: readonly string[]; readonly known: boolean };

/** One import: what can be done with its files, what is wrong with them and what came of it. */
export function ImportPage({ id, may, known }: Props): ReactElement {
  const texts = useTexts(importTexts);
  const { language } = useLanguage();
  const { data, error, refetch } = useQuery(importQuery(id));
  return (
    <main className="page" id="content">
      <p className="no-print">
        <AppLink to="/import">{texts.back}</AppLink>
      </p>
      <PageHeading title={texts.title}>{data ? firstLine(data, texts.first, language) : texts.title}</PageHeading>
      {known && <p className="quiet">{texts.drop.known}</p>}
      {error && <ProblemMessage error={error} again={() => void refetch()} />}
      {!data && !error && <SkeletonLines lines={6} />}
      {data && <Import view={data} may={may} />}
    </main>
  );
}

/** The rows shown until somebody asks for others: the wrong ones, and when none are, the new. */
function firstRows(view: BatchView): RowsAsked {
  const taking = view.files.filter(({ leftOut }) => !leftOut);
  const verdict = sumOf(taking).rejected > 0 ? "rejected" : "new";
  return { verdict, file: null, code: null, page: 1 };
}

const WITH_ROWS = new Set(["mapped", "checking", "checked", "running", "done", "undoing"]);
const WITH_PROGRESS = new Set(["checking", "running", "undoing"]);

function Import({ view, may }: { readonly view: BatchView; readonly may: readonly string[] }): ReactElement {
  const [asked, setAsked] = useState<RowsAsked | null>(null);
  const [mapping, setMapping] = useState<number | null>(null);
  const mayRun = may.includes("import.run");
  const isCounted = view.files.some(({ counts }) => counts !== null);
  return (
    <>
      <Meta view={view} />
      {WITH_PROGRESS.has(view.state) && <ProgressOf progress={view.progress} />}
      <BatchDeeds view={view} may={may} />
      {view.state === "done" && <MovedGoals moved={view.moved} />}
      <FileList view={view} mayRun={mayRun} mapping={mapping} onMapping={setMapping} />
      {isCounted && (
        <FindingsTable
          view={view}
          onShow={(file, code) => setAsked({ verdict: "rejected", file, code, page: 1 })}
          onMap={setMapping}
        />
      )}
      {isCounted && <RemarksTable view={view} />}
      {isCounted && mayRun && !view.bytesGone && WITH_ROWS.has(view.state) && (
        <RowsPart view={view} asked={asked ?? firstRows(view)} onAsk={setAsked} />
      )}
      <AsideList view={view} mayRun={mayRun} />
      {isCounted && mayRun && !view.bytesGone && <ReconcilePart view={view} />}
    </>
  );
}

function Meta({ view }: { readonly view: BatchView }): ReactElement {
  const texts = useTexts(importTexts);
  const { language } = useLanguage();
  const both = useBoth();
  const said = (text: string, by: string, at: string): string => fill(text, { by, when: formatMoment(at, language) });
  return (
    <>
      {view.failure && <p role="alert">{both(view.failure)}</p>}
      <p className="quiet">
        {said(texts.meta, view.madeBy, view.madeAt)}
        {view.ranAt && ` · ${said(texts.metaRun, view.ranBy ?? "", view.ranAt)}`}
        {view.undoneAt && ` · ${said(texts.metaUndone, "", view.undoneAt)}`}
      </p>
      <p className="quiet">{view.bytesGone ? texts.gone : texts.kept}</p>
    </>
  );
}
