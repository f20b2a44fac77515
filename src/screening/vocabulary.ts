import { codesOnDay, phrased, type Term, termsOfFact } from "../language/public.ts";
import { factNamed } from "../platform/kernel/fact-named.ts";
import { archetypeWords, distanceWords } from "./definitions.ts";
import { facts } from "./facts.ts";

/** The words about screenings and archetypes. Answers are in no figure, so there are no words about them. */
export const vocabulary: readonly Term[] = [
  codesOnDay({
    id: "citizen.archetypes",
    owner: "citizen",
    fact: "archetypes",
    column: "archetype",
    codes: archetypeWords,
    label: { da: "Arketype", en: "Archetype" },
    meaning: { da: "Borgerens arketype på dagen", en: "The citizen's archetype on the day" },
    phrase: { da: "borgerens arketype{not} er {}", en: "the citizen's archetype is{not} {}" },
  }),
  codesOnDay({
    id: "citizen.distance",
    owner: "citizen",
    fact: "archetypes",
    column: "distance",
    codes: distanceWords,
    label: { da: "Afstand til arbejdsmarkedet", en: "Distance to the labour market" },
    meaning: {
      da: "Om borgeren på dagen er vurderet tæt på eller langt fra arbejdsmarkedet",
      en: "Whether the citizen is judged near to or far from the labour market on the day",
    },
    phrase: { da: "borgeren{not} er vurderet {}", en: "the citizen is{not} judged {}" },
  }),
  ...phrased(
    termsOfFact(factNamed(facts, "screening_conclusions"), "conclusion", {
      da: "konklusionens ",
      en: "the conclusion's ",
    }),
    {
      "conclusion.screening": ["screeningen{not} er {}", "the screening is{not} {}"],
      "conclusion.conclusion": ["borgeren{not} blev fundet {}", "the citizen was{not} found {}"],
      "conclusion.rule_said": ["reglen{not} sagde {}", "the rule{not} said {}"],
      "conclusion.effort_from": ["den tidlige indsats{not} begyndte {}", "the early effort{not} began {}"],
    },
  ),
  ...phrased(termsOfFact(factNamed(facts, "archetypes"), "archetype", { da: "arketypens ", en: "the archetype's " }), {
    "archetype.archetype": ["arketypen{not} er {}", "the archetype is{not} {}"],
    "archetype.distance": ["borgeren{not} er vurderet {}", "the citizen is{not} judged {}"],
  }),
];
