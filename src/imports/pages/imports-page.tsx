import { BodyLong, Heading } from "@navikt/ds-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { countForm, fill } from "../../platform/texts/catalogue.ts";
import { formatNumber } from "../../platform/texts/format.ts";
import { PageHeading } from "../../platform/ui/page-heading.tsx";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { SkeletonLines } from "../../platform/ui/skeleton-lines.tsx";
import { useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import { DropZone } from "./drop-zone.tsx";
import { importTexts } from "./import-texts.ts";
import { ImportsTable } from "./imports-table.tsx";
import { importsQuery } from "./queries.ts";
import { RememberedMappings } from "./remembered-mappings.tsx";
import "./imports.css";

type Props = {
  /** What the reader may do, as the session says. */
  readonly may: readonly string[];
  /** Goes to an import. */
  readonly onOpen: (id: string, known: boolean) => void;
};

const WAITING = new Set(["received", "mapped", "checked", "failed"]);

/** Where files come in, and what came in before. */
export function ImportsPage({ may, onOpen }: Props): ReactElement {
  const { list: texts, title } = useTexts(importTexts);
  const { language } = useLanguage();
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery(importsQuery);
  const waiting = (data?.imports ?? []).filter(({ state }) => WAITING.has(state)).length;
  const line =
    waiting === 0
      ? texts.lineNone
      : fill(countForm(language, waiting, texts.line), { count: formatNumber(waiting, language) });
  const mayRun = may.includes("import.run");
  return (
    <main className="page" id="content">
      <PageHeading title={title}>{data ? line : title}</PageHeading>
      <BodyLong className="lead">{mayRun ? texts.lead : texts.readOnly}</BodyLong>
      {mayRun && (
        <DropZone
          onUploaded={({ id, known }) => {
            void queries.invalidateQueries({ queryKey: importsQuery.queryKey });
            onOpen(id, known);
          }}
        />
      )}
      {error && <ProblemMessage error={error} again={() => void refetch()} />}
      {!data && !error && <SkeletonLines lines={4} />}
      {data && (
        <section className="part">
          <Heading level="2" size="small">
            {texts.earlier}
          </Heading>
          {data.imports.length === 0 ? <p className="quiet">{texts.none}</p> : <ImportsTable imports={data.imports} />}
        </section>
      )}
      <RememberedMappings mayForget={mayRun} />
    </main>
  );
}
