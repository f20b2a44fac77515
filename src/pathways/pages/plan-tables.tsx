import type { ReactElement } from "react";
import { day } from "../../platform/kernel/day.ts";
import { formatDay, NO_VALUE } from "../../platform/texts/format.ts";
import { AppLink } from "../../platform/ui/app-link.tsx";
import { SmallTable } from "../../platform/ui/small-table.tsx";
import type { Goal, Plan, Step } from "../contract.ts";
import { standingOf } from "../rules/next-steps.ts";
import type { PlanWords } from "./plan-words.ts";

/** A row's plan, where more than one is shown. */
type OfPlan = { readonly plan: Plan | null };

type GoalProps = {
  /** The table's own name on its page. */
  readonly name: string;
  readonly rows: readonly (OfPlan & { readonly goal: Goal })[];
  readonly words: PlanWords;
};

/** Goals with who set them and how they stand. */
export function GoalTable({ name, rows, words }: GoalProps): ReactElement {
  const { texts } = words;
  const isOfMany = rows.some(({ plan }) => plan !== null);
  const head = [texts.head.goal, texts.head.setBy, texts.head.state, ...(isOfMany ? [texts.head.plan] : [])];
  return (
    <SmallTable
      name={name}
      head={head}
      rows={rows.map(({ goal, plan }) => ({
        key: `${plan?.id} ${goal.id}`,
        cells: [
          goal.text,
          texts.setBy[goal.setBy],
          [
            texts.goalStates[goal.state],
            ...(goal.reviewed === null ? [] : [formatDay(goal.reviewed, words.language)]),
            ...(goal.review === "" ? [] : [goal.review]),
          ].join(" · "),
          ...(plan ? [<PlanLink key="plan" plan={plan} words={words} />] : []),
        ],
      }))}
    />
  );
}

type StepProps = {
  readonly name: string;
  readonly rows: readonly (OfPlan & { readonly step: Step })[];
  readonly words: PlanWords;
  readonly today: string;
};

/** Steps with who does them, from when and by when; what is late says so in words. */
export function StepTable({ name, rows, words, today }: StepProps): ReactElement {
  const { texts } = words;
  if (rows.length === 0) return <p className="quiet">{texts.all.noSteps}</p>;
  const { step, owner, from, due, state, track } = texts.head;
  const isOfMany = rows.some(({ plan }) => plan !== null);
  const date = (iso: string | null): string => (iso === null ? NO_VALUE : formatDay(iso, words.language));
  return (
    <SmallTable
      name={name}
      head={[step, owner, track, from, due, state, ...(isOfMany ? [texts.head.plan] : [])]}
      rows={rows.map(({ step: one, plan }) => ({
        key: `${plan?.id} ${one.id}`,
        cells: [
          words.step(one),
          texts.owners[one.owner],
          texts.tracks[one.track],
          date(one.from),
          date(one.due),
          <StepState key="state" step={one} words={words} today={today} />,
          ...(plan ? [<PlanLink key="plan" plan={plan} words={words} />] : []),
        ],
      }))}
    />
  );
}

type StateProps = { readonly step: Step; readonly words: PlanWords; readonly today: string };

function StepState({ step, words, today }: StateProps): ReactElement {
  const { texts } = words;
  const standing = standingOf(step, day(today));
  const told = [texts.stepStates[step.state], ...(step.reason === "" ? [] : [step.reason])].join(": ");
  if (standing !== "late" && standing !== "soon") return <>{told}</>;
  return (
    <>
      {told}
      {" · "}
      <strong className={standing === "late" ? "plan-late" : undefined}>{texts.standings[standing]}</strong>
    </>
  );
}

function PlanLink({ plan, words }: { readonly plan: Plan; readonly words: PlanWords }): ReactElement {
  return (
    <AppLink to="/borgere/$citizen/planer/$plan" params={{ citizen: plan.citizen, plan: plan.id }}>
      {words.kind(plan.kind)}
    </AppLink>
  );
}
