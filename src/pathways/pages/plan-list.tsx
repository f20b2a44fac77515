import type { ReactElement } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { AppLink } from "../../platform/ui/app-link.tsx";
import type { CitizenPlans, Plan } from "../contract.ts";
import { type PlanWords, usePlanWords } from "./plan-words.ts";

/** A citizen's plans as lines, each with the way to it and how it stands. */
export function PlanList({ data }: { readonly data: CitizenPlans }): ReactElement | null {
  const words = usePlanWords(data);
  if (data.plans.length === 0) return null;
  return (
    <ul className="plan-list">
      {data.plans.map((plan) => (
        <li key={plan.id}>
          <AppLink to="/borgere/$citizen/planer/$plan" params={{ citizen: plan.citizen, plan: plan.id }} walk>
            {words.kind(plan.kind)}
          </AppLink>{" "}
          <PlanState plan={plan} words={words} />
          {plan.content.direction !== "" && <span className="plan-direction">{plan.content.direction}</span>}
        </li>
      ))}
    </ul>
  );
}

/** How a plan stands: draft, in force since when, ended; which version, by whom. */
export function PlanState({ plan, words }: { readonly plan: Plan; readonly words: PlanWords }): ReactElement {
  const { texts } = words;
  const isInForce = plan.state === "adopted" && plan.adoptedOn !== null;
  const state = isInForce ? fill(texts.adoptedOn, { day: words.day(plan.adoptedOn ?? "") }) : texts.states[plan.state];
  const version = { version: plan.version, day: words.day(plan.changedOn), who: plan.changedBy };
  return <span className="quiet">{[state, fill(texts.changed, version)].join(" · ")}</span>;
}
