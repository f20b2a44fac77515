import { Heading } from "@navikt/ds-react";
import type { ReactElement } from "react";
import { SvgPicture } from "../../platform/ui/svg-picture.tsx";
import { useTexts } from "../../platform/ui/use-language.tsx";
import type { ReportGoal, ReportIndicator, ReportNote } from "../plan-followup/contract.ts";
import { reportTexts } from "./report-texts.ts";

/** A track's goals as the report prints them. */
export function ReportGoals({ goals }: { readonly goals: readonly ReportGoal[] }): ReactElement {
  const texts = useTexts(reportTexts);
  return (
    <>
      {goals.map((goal) => (
        <section key={goal.id} className="report-goal">
          <Heading level="4" size="xsmall">
            {goal.title}
          </Heading>
          <p className="quiet">{[goal.id, goal.kind, goal.owner, goal.phases, goal.ref].filter(Boolean).join(" · ")}</p>
          <p>
            <strong className={`report-status report-status-${goal.status}`}>{goal.statusLabel}</strong>
            {goal.needsDecision && <strong className="report-needs">{texts.needsDecision}</strong>}
          </p>
          {goal.withheld && <p>{goal.withheld}</p>}
          {goal.missing && <p>{goal.missing}</p>}
          {goal.indicators.map((indicator) => (
            <Indicator key={indicator.label} indicator={indicator} />
          ))}
          <Notes title={texts.decisions} notes={goal.decisions} />
          <Notes title={texts.comments} notes={goal.comments} />
        </section>
      ))}
    </>
  );
}

function Indicator({ indicator }: { readonly indicator: ReportIndicator }): ReactElement {
  const texts = useTexts(reportTexts);
  const { label, value, target, targetBasis, projectionText, why, definition, assumption, chart, chartText } =
    indicator;
  const lines = [
    { label: texts.value, text: value.text },
    { label: texts.target, text: [target.text, targetBasis].filter(Boolean).join(" · ") },
    { label: texts.projection, text: projectionText },
    ...indicator.comparisons,
    ...indicator.details,
  ].filter(({ text }) => text !== "");
  return (
    <div className="report-indicator">
      <p className="report-indicator-name">{label}</p>
      <dl className="report-figures">
        {lines.map((line) => (
          <div key={line.label}>
            <dt>{line.label}</dt>
            <dd>{line.text}</dd>
          </div>
        ))}
      </dl>
      {chart && <SvgPicture className="report-chart" svg={chart} label={chartText} />}
      <p>{why}</p>
      <p>
        <strong>{`${texts.definition}:`}</strong> {definition}
      </p>
      {assumption && (
        <p>
          <strong>{`${texts.assumption}:`}</strong> {assumption}
        </p>
      )}
    </div>
  );
}

function Notes({
  title,
  notes,
}: {
  readonly title: string;
  readonly notes: readonly ReportNote[];
}): ReactElement | null {
  if (notes.length === 0) return null;
  return (
    <div className="report-notes">
      <p>
        <strong>{title}</strong>
      </p>
      <ul>
        {notes.map(({ when, who, text }) => (
          <li key={`${when}-${text}`}>
            {text} <span className="quiet">{`${who}, ${when}`}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
