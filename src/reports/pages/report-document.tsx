import { Heading } from "@navikt/ds-react";
import type { ReactElement, ReactNode } from "react";
import { useTexts } from "../../platform/ui/use-language.tsx";
import type { Report } from "../plan-followup/contract.ts";
import { ReportGoals } from "./report-goals.tsx";
import { ReportGrid } from "./report-grid.tsx";
import { reportTexts } from "./report-texts.ts";

/** The report as a page to read or print, drawn from the same content as the files. */
export function ReportDocument({ report }: { readonly report: Report }): ReactElement {
  const texts = useTexts(reportTexts);
  return (
    <article className="report" lang={report.language} aria-label={texts.preview}>
      <Front report={report} />
      <Summary summary={report.summary} />
      <Decisions decisions={report.decisions} />
      {report.tracks.map((track) => (
        <Part key={track.id ?? ""} title={track.title} lead={track.aim}>
          <p className="report-line">{track.line}</p>
          <ReportGoals goals={track.goals} />
        </Part>
      ))}
      <Part title={report.fullTime.title} lead={report.fullTime.lead}>
        {report.fullTime.tables.map((table) => (
          <ReportGrid key={table.id} table={table} />
        ))}
      </Part>
      <Annex report={report} />
    </article>
  );
}

type PartProps = { readonly title: string; readonly lead: string; readonly children: ReactNode };

function Part({ title, lead, children }: PartProps): ReactElement {
  return (
    <section className="report-part">
      <Heading level="3" size="medium">
        {title}
      </Heading>
      {lead !== "" && <p className="report-lead">{lead}</p>}
      {children}
    </section>
  );
}

function Front({ report }: { readonly report: Report }): ReactElement {
  return (
    <header className="report-front">
      <p className="report-header">{report.header}</p>
      <Heading level="2" size="large">
        {report.title}
      </Heading>
      {report.mark && <p className="report-mark">{report.mark}</p>}
      <dl className="facts">
        {report.front.map(({ label, text }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </header>
  );
}

function Summary({ summary }: { readonly summary: Report["summary"] }): ReactElement {
  return (
    <Part title={summary.title} lead={summary.firstLine}>
      {summary.lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <dl className="report-counts">
        {summary.counts.map(({ status, label, goals }) => (
          <div key={status}>
            <dt>{label}</dt>
            <dd>{goals}</dd>
          </div>
        ))}
      </dl>
      <ReportGrid table={summary.tracks} />
    </Part>
  );
}

function Decisions({ decisions }: { readonly decisions: Report["decisions"] }): ReactElement {
  const texts = useTexts(reportTexts);
  return (
    <Part title={decisions.title} lead={decisions.lead}>
      <ol className="report-decisions">
        {decisions.goals.map(({ id, title, track, statusLabel, figures, why, latest }) => (
          <li key={id}>
            <strong>{title}</strong>
            <p className="quiet">{[track, statusLabel, figures].filter(Boolean).join(" · ")}</p>
            <p>{why}</p>
            {latest && (
              <p>
                <strong>{`${texts.decision}:`}</strong> {latest}
              </p>
            )}
          </li>
        ))}
      </ol>
    </Part>
  );
}

function Annex({ report }: { readonly report: Report }): ReactElement {
  const { annex } = report;
  return (
    <Part title={annex.title} lead={annex.lead}>
      {annex.tables.map((table) => (
        <ReportGrid key={table.id} table={table} />
      ))}
      <Heading level="4" size="small">
        {annex.reading.title}
      </Heading>
      <ul>
        {annex.reading.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <Heading level="4" size="small">
        {annex.madeTitle}
      </Heading>
      <p>{annex.madeLead}</p>
      {report.tracks.flatMap(({ goals }) => goals.map((goal) => <Made key={goal.id} goal={goal} />))}
    </Part>
  );
}

function Made({ goal }: { readonly goal: Report["tracks"][number]["goals"][number] }): ReactElement {
  return (
    <div className="report-made">
      <Heading level="5" size="xsmall">
        {`${goal.id} ${goal.title}`}
      </Heading>
      {goal.indicators.map(({ label, made }) => (
        <dl key={label} className="report-made-lines">
          {made.map((line) => (
            <div key={line.label}>
              <dt>{line.label}</dt>
              <dd>{line.text}</dd>
            </div>
          ))}
        </dl>
      ))}
    </div>
  );
}
