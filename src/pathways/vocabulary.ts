import { codesOnDay, phrased, type Term, termsOfFact } from "../language/public.ts";
import { codesOf, factNamed } from "../platform/kernel/fact-named.ts";
import { facts } from "./facts.ts";

const inForce = factNamed(facts, "plans_in_force");

/** The words about the citizens' plans. */
export const vocabulary: readonly Term[] = [
  codesOnDay({
    id: "citizen.plans",
    owner: "citizen",
    fact: "plans_in_force",
    column: "kind",
    codes: codesOf(inForce, "kind"),
    label: { da: "Planer", en: "Plans" },
    meaning: { da: "Arten af de planer, der er i kraft på dagen", en: "The kinds of the plans in force on the day" },
    phrase: { da: "borgeren{not} har {}", en: "the citizen has{not} {}" },
  }),
  ...phrased(termsOfFact(inForce, "citizen_plan", { da: "planens ", en: "the plan's " }), {
    "citizen_plan.kind": ["planen{not} er {}", "the plan is{not} {}"],
  }),
];
