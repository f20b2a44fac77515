import type { ReactElement, ReactNode } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { formatDay, NO_VALUE } from "../../platform/texts/format.ts";
import { AppLink } from "../../platform/ui/app-link.tsx";
import { useBoth, useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { GoalResult } from "../contract.ts";
import { GoalSpark } from "./goal-spark.tsx";
import type { Indicator } from "./indicator-types.ts";
import { planTexts } from "./plan-texts.ts";
import { DecisionMark, StatusTag } from "./status-tag.tsx";
import { formatAmount, formatProjection, formatTarget, isMilestone, unitWord } from "./value.ts";
import type { View } from "./view.ts";

type Props = {
  readonly plan: { readonly id: string; readonly to: string };
  readonly goal: GoalResult;
  readonly view: View;
  readonly isUnderHeading: boolean;
};

/** One goal on the overview: never a figure alone, but value, target, path, status, projection and freshness. */
export function GoalRow({ plan, goal, view, isUnderHeading }: Props): ReactElement {
  const both = useBoth();
  const Level = isUnderHeading ? "h3" : "h2";
  const [first] = goal.indicators;
  return (
    <li className={goal.indicators.length > 1 ? "goal-row many" : "goal-row"}>
      <div className="goal-title">
        <Level className="goal-name">
          <AppLink
            id={`goal-${goal.id}`}
            to="/plan/$plan/maal/$goal"
            params={{ plan: plan.id, goal: goal.id }}
            search={view}
            className="goal-link"
            walk
          >
            {both(goal.title)}
          </AppLink>
        </Level>
        {goal.needsDecision && <DecisionMark />}
        {first && <p className="goal-why">{both(goal.missing ?? first.why)}</p>}
      </div>
      {goal.indicators.map((indicator, number) => (
        <IndicatorLine
          key={`${goal.id}-${indicator.label.en}-${indicator.measure}`}
          indicator={indicator}
          status={goal.indicators.length === 1 && number === 0 ? goal.status : indicator.status}
          deadline={plan.to}
          name={goal.indicators.length > 1 ? both(indicator.label) : null}
        />
      ))}
      {!first && <Uncounted goal={goal} />}
    </li>
  );
}

/** A goal nothing can be counted for yet still says where it stands. */
function Uncounted({ goal }: { readonly goal: GoalResult }): ReactElement {
  const texts = useTexts(planTexts);
  const { columns } = texts.overview;
  return (
    <div className="goal-indicator">
      <dl className="goal-figures">
        <Cell name={columns.value} className="column-value">
          <span className="no-value">{goal.withheld ? texts.value.withheld : texts.value.none}</span>
        </Cell>
        <Cell name={columns.status} className="column-status">
          <StatusTag status={goal.status} />
        </Cell>
      </dl>
    </div>
  );
}

type LineProps = {
  readonly indicator: Indicator;
  readonly status: GoalResult["status"];
  readonly name: string | null;
  readonly deadline: string;
};

function IndicatorLine({ indicator, status, name, deadline }: LineProps): ReactElement {
  const texts = useTexts(planTexts);
  const { language } = useLanguage();
  const { columns } = texts.overview;
  const { target, freshness } = indicator;
  const projected = formatProjection(indicator, language);
  return (
    <div className="goal-indicator">
      {name && <p className="indicator-name">{name}</p>}
      <dl className="goal-figures">
        <Cell name={columns.value} className="column-value">
          <Value indicator={indicator} />
        </Cell>
        <Cell name={columns.target} className="column-target">
          {target && <TargetText indicator={indicator} deadline={deadline} />}
        </Cell>
        <Cell name={columns.trend} className="column-trend">
          <GoalSpark indicator={indicator} />
        </Cell>
        <Cell name={columns.status} className="column-status">
          <StatusTag status={status} />
        </Cell>
        <Cell name={columns.projection} className="column-projection">
          {projected}
        </Cell>
        <Cell name={columns.freshness} className="column-freshness">
          {freshness ? formatDay(freshness, language) : NO_VALUE}
        </Cell>
      </dl>
    </div>
  );
}

function Cell(props: {
  readonly name: string;
  readonly className: string;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <div className={props.className}>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}

function Value({ indicator }: { readonly indicator: Indicator }): ReactElement {
  const texts = useTexts(planTexts);
  const both = useBoth();
  const { language } = useLanguage();
  const { value, unit, withheld, missing } = indicator;
  if (withheld) return <span className="no-value">{texts.value.withheld}</span>;
  if (value === null)
    return (
      <span className="no-value" title={missing ? both(missing) : undefined}>
        {texts.value.none}
      </span>
    );
  return (
    <>
      <strong className="value">{formatAmount(value, unit, language)}</strong>{" "}
      <span className="unit">{unitWord(value, unit, language)}</span>
    </>
  );
}

type TargetProps = { readonly indicator: Indicator; readonly deadline: string };

function TargetText({ indicator, deadline }: TargetProps): ReactElement | null {
  const texts = useTexts(planTexts);
  const { language } = useLanguage();
  const { target, unit } = indicator;
  if (!target) return null;
  return (
    <>
      {formatTarget(target, unit, language) ?? texts.value.noTarget}{" "}
      {target.by !== deadline && !isMilestone(unit) && (
        <span className="unit">{fill(texts.overview.by, { day: formatDay(target.by, language) })}</span>
      )}
    </>
  );
}
