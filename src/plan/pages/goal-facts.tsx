import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { useBoth, useTexts } from "../../platform/ui/use-language.tsx";
import type { GoalResult } from "../contract.ts";
import { planTexts } from "./plan-texts.ts";
import { planContentQuery } from "./queries.ts";

/** Where the goal stands in the plan: track, kind, phases, owner and source. */
export function GoalFacts({ plan, goal }: { readonly plan: string; readonly goal: GoalResult }): ReactElement {
  const texts = useTexts(planTexts);
  const both = useBoth();
  const { data } = useQuery(planContentQuery(plan));
  const track = data?.tracks.find(({ id }) => id === goal.track);
  const phases = (data?.phases ?? []).filter(({ id }) => goal.phases.includes(id));
  const facts = [
    [texts.goal.track, track ? both(track.title) : texts.overview.wholePlan],
    [texts.goal.kind, texts.kinds[goal.kind]],
    [texts.goal.owner, both(goal.owner)],
    ...(phases.length > 0 ? [[texts.goal.phases, phases.map(({ title }) => both(title)).join(", ")]] : []),
  ];
  return (
    <section className="goal-facts" aria-label={texts.goal.crumb}>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="goal-source">
        {goal.id}
        {" · "}
        {goal.explicit ? texts.goal.explicit : texts.goal.implicit}
        {goal.ref && ` · ${fill(texts.goal.reference, { ref: goal.ref })}`}
      </p>
    </section>
  );
}
