import { useQuery } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { countForm, fill } from "../../platform/texts/catalogue.ts";
import { formatNumber } from "../../platform/texts/format.ts";
import { DayField } from "../../platform/ui/day-field.tsx";
import { PageHeading } from "../../platform/ui/page-heading.tsx";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { SkeletonLines } from "../../platform/ui/skeleton-lines.tsx";
import { useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { RetentionAnswer } from "../contract.ts";
import { ConfirmForm } from "./confirm-form.tsx";
import { Deletions } from "./deletions.tsx";
import "./privacy.css";
import { PrivacyMenu } from "./privacy-menu.tsx";
import { privacyTexts } from "./privacy-texts.ts";
import { retentionQuery } from "./queries.ts";
import { RetentionTable } from "./retention-table.tsx";

type Props = { readonly may: readonly string[] };

/** How long records are kept, what falls due, and deleting it with four eyes. */
export function RetentionPage({ may }: Props): ReactElement {
  const { retention: texts, looks } = useTexts(privacyTexts);
  const { language } = useLanguage();
  const [asOf, setAsOf] = useState("");
  const { data, error, refetch } = useQuery(retentionQuery(asOf));
  return (
    <main className="page" id="content">
      <PageHeading title={texts.title}>{data ? firstLine(data, texts, language) : texts.title}</PageHeading>
      <PrivacyMenu here="retention" may={may} />
      <p className="lead">{texts.lead}</p>
      {error && <ProblemMessage error={error} again={() => void refetch()} />}
      {!data && !error && <SkeletonLines lines={6} />}
      {data && (
        <>
          <section className="part">
            <div className="privacy-form no-print">
              <DayField label={texts.asOf} value={asOf || data.asOf} wrong={looks.badDay} required onChange={setAsOf} />
            </div>
            {data.restricted > 0 && (
              <p>{fill(countForm(language, data.restricted, texts.held), { count: data.restricted })}</p>
            )}
            <RetentionTable rows={data.rows} />
            <p className="quiet">{fill(texts.source, { source: data.source })}</p>
          </section>
          <Deletions data={data} />
          {may.includes("privacy.handle") && <ConfirmForm rows={data.rows} />}
        </>
      )}
    </main>
  );
}

type Wordings = {
  readonly line: { readonly one: string; readonly other: string };
  readonly lineNone: string;
  readonly lineUnconfirmed: string;
};

function firstLine(data: RetentionAnswer, texts: Wordings, language: "da" | "en"): string {
  if (data.rows.every(({ enforced }) => !enforced)) return texts.lineUnconfirmed;
  if (data.dueRows === 0) return texts.lineNone;
  const shown = (value: number): string => formatNumber(value, language);
  return fill(countForm(language, data.citizens, texts.line), {
    count: shown(data.citizens),
    rows: shown(data.dueRows),
  });
}
