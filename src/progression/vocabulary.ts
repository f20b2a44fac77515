import { phrased, type Term, termsOfFact, weeksSinceLast } from "../language/public.ts";
import { factNamed } from "../platform/kernel/fact-named.ts";
import { facts } from "./facts.ts";

/** The words about progression. */
export const vocabulary: readonly Term[] = [
  weeksSinceLast({
    id: "citizen.weeks_since_measurement",
    owner: "citizen",
    fact: "progression_measurements",
    label: { da: "Uger siden progressionsmåling", en: "Weeks since a progression measurement" },
    meaning: {
      da: "Hele uger fra borgerens seneste måling til dagen; mangler, hvis der ikke er målt",
      en: "Completed weeks from the citizen's latest measurement to the day; missing if there was none",
    },
    phrase: {
      da: "der{not} er gået {} {uge|uger} siden borgerens progression sidst blev målt",
      en: "it is{not} {} {week|weeks} since the citizen's progression was last measured",
    },
  }),
  ...phrased(
    termsOfFact(factNamed(facts, "progression_measurements"), "measurement", {
      da: "målingens ",
      en: "the measurement's ",
    }),
    {
      "measurement.instrument": ["der{not} er målt med {}", "what was measured with is{not} {}"],
      "measurement.dimension": ["det, der er målt,{not} er {}", "what was measured is{not} {}"],
      "measurement.answered_by": ["det{not} er {}, der har svaret", "it is{not} {} who answered"],
    },
  ),
];
