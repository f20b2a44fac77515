import { Heading } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { useBoth, useTexts } from "../../platform/ui/use-language.tsx";
import type { PlanContent } from "../contract.ts";
import { planTexts } from "./plan-texts.ts";
import { planContentQuery } from "./queries.ts";

/** What is done to move the goal, and which of the minister's goals it answers (PLAN-12). */
export function GoalInterventions({
  plan,
  goal,
}: {
  readonly plan: string;
  readonly goal: string;
}): ReactElement | null {
  const { goal: texts } = useTexts(planTexts);
  const { data } = useQuery(planContentQuery(plan));
  if (!data) return null;
  const interventions = data.interventions.filter(({ goals }) => goals.includes(goal));
  const minister = data.ministerialGoals.filter(({ goals }) => goals.includes(goal));
  return (
    <>
      <section className="side-part">
        <Heading level="2" size="xsmall">
          {texts.interventions.title}
        </Heading>
        {interventions.length === 0 && <p>{texts.interventions.none}</p>}
        <ul className="plain-list">
          {interventions.map((each) => (
            <Intervention key={each.id} intervention={each} phases={data.phases} />
          ))}
        </ul>
      </section>
      {minister.length > 0 && <MinisterGoals goals={minister} />}
    </>
  );
}

type InterventionProps = {
  readonly intervention: PlanContent["interventions"][number];
  readonly phases: PlanContent["phases"];
};

function Intervention({ intervention, phases }: InterventionProps): ReactElement {
  const { goal: texts } = useTexts(planTexts);
  const both = useBoth();
  const { title, content, owner, status } = intervention;
  const when = phases.filter(({ id }) => intervention.phases.includes(id)).map((phase) => both(phase.title));
  return (
    <li>
      <strong>{both(title)}</strong>
      <p>{both(content)}</p>
      <p className="quiet">{[texts.interventions.status[status], both(owner), ...when].join(" · ")}</p>
    </li>
  );
}

function MinisterGoals({ goals }: { readonly goals: PlanContent["ministerialGoals"] }): ReactElement {
  const { minister: texts } = useTexts(planTexts).goal;
  const both = useBoth();
  return (
    <section className="side-part">
      <Heading level="2" size="xsmall">
        {texts.title}
      </Heading>
      <ul className="plain-list">
        {goals.map(({ id, year, title, answer, carriedOver }) => (
          <li key={id}>
            <strong>{both(title)}</strong>
            <p>{both(answer)}</p>
            <p className="quiet">{carriedOver ? `${year} · ${texts.carried}` : year}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
