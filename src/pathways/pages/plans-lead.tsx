import type { ReactElement } from "react";
import { day } from "../../platform/kernel/day.ts";
import { countForm, fill } from "../../platform/texts/catalogue.ts";
import type { CitizenPlans } from "../contract.ts";
import { nextStep, standingOf } from "../rules/next-steps.ts";
import { usePlanWords } from "./plan-words.ts";

/** The first line about a citizen's plans: how many, what comes next, what is late. */
export function PlansLead({ data }: { readonly data: CitizenPlans }): ReactElement {
  const words = usePlanWords(data);
  const { texts, language } = words;
  const today = day(data.today);
  const running = data.plans.filter(({ state }) => state !== "ended");
  const steps = running.flatMap(({ content }) => content.steps);
  const late = steps.filter((step) => standingOf(step, today) === "late").length;
  const next = nextStep(steps, today);
  if (data.isAside) return <>{texts.aside}</>;
  if (data.plans.length === 0) return <>{texts.none}</>;
  const said = [
    fill(countForm(language, data.plans.length, texts.lead), { count: data.plans.length }),
    next ? fill(texts.nextStep, { what: words.step(next), due: words.due(next.due) }) : texts.noNextStep,
  ];
  return (
    <>
      {said.join(" ")}
      {late > 0 && (
        <>
          {" "}
          <strong className="plan-late">{fill(countForm(language, late, texts.late), { count: late })}</strong>
        </>
      )}
    </>
  );
}
