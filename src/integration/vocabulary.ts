import { phrased, type Term, termsOfFact } from "../language/public.ts";
import { factNamed } from "../platform/kernel/fact-named.ts";
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
  ...phrased(
    termsOfFact(factNamed(facts, "integration_statuses"), "integration_status", {
      da: "statussens ",
      en: "the status's ",
    }),
    {
      "integration_status.status": ["borgeren{not} er {}", "the citizen is{not} {}"],
      "integration_status.arrived": ["borgeren{not} kom til kommunen {}", "the citizen did{not} arrive {}"],
    },
  ),
  ...phrased(
    termsOfFact(factNamed(facts, "integration_contracts"), "contract", { da: "kontraktens ", en: "the contract's " }),
    {
      "contract.aim": ["kontrakten{not} sigter mod {}", "the contract does{not} aim at {}"],
      "contract.signed_by_citizen": ["borgeren{not} har skrevet under", "the citizen has{not} signed"],
    },
  ),
  ...phrased(
    termsOfFact(factNamed(facts, "danish_teaching"), "danish", { da: "undervisningens ", en: "the teaching's " }),
    {
      "danish.level": ["undervisningen{not} er {}", "the teaching is{not} {}"],
      "danish.hours": [
        "der{not} er {} {time|timer} undervisning om ugen",
        "there are{not} {} {hour|hours} of teaching a week",
      ],
      "danish.placed": ["undervisningen{not} ligger {}", "the teaching is{not} {}"],
      "danish.test_passed": ["prøven{not} er bestået", "the test is{not} passed"],
    },
  ),
];
