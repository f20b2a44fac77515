import { factNamed, phrased, type Term, termsOfFact } from "../language/public.ts";
import { facts } from "./facts.ts";

/** The words about integration. */
export const vocabulary: readonly Term[] = [
  ...phrased(
    termsOfFact(factNamed(facts, "repatriation_decisions"), "decision", {
      da: "beslutningens ",
      en: "the decision's ",
    }),
    {
      "decision.after_guidance": [
        "beslutningen{not} bygger på jobcentrets vejledning",
        "the decision is{not} based on the jobcentre's guidance",
      ],
    },
  ),
  ...termsOfFact(factNamed(facts, "integration_statuses"), "integration_status", { da: "", en: "" }),
  ...termsOfFact(factNamed(facts, "integration_contracts"), "contract", { da: "kontraktens ", en: "the contract's " }),
  ...termsOfFact(factNamed(facts, "danish_teaching"), "danish", {
    da: "undervisningens ",
    en: "the teaching's ",
  }),
];
