import { phrased, type Term, termsOfFact, weeksSinceLast } from "../language/public.ts";
import { factNamed } from "../platform/kernel/fact-named.ts";
import { facts } from "./facts.ts";

/** The words about conversations. */
export const vocabulary: readonly Term[] = [
  weeksSinceLast({
    id: "citizen.weeks_since_talk",
    owner: "citizen",
    fact: "conversations",
    where: { column: "status", is: "holdt" },
    label: { da: "Uger siden samtale", en: "Weeks since a conversation" },
    meaning: {
      da: "Hele uger fra borgerens seneste holdte samtale til dagen; mangler, hvis der ingen har været",
      en: "Completed weeks from the citizen's latest conversation that was held to the day; missing if there was none",
    },
    phrase: {
      da: "der{not} er gået {} {uge|uger} siden borgerens seneste samtale",
      en: "it is{not} {} {week|weeks} since the citizen's latest conversation",
    },
  }),
  ...phrased(
    termsOfFact(factNamed(facts, "conversations"), "conversation", { da: "samtalens ", en: "the conversation's " }),
    {
      "conversation.repatriation_guidance": [
        "borgeren{not} blev vejledt om at vende hjem",
        "the citizen was{not} guided on returning home",
      ],
    },
  ),
];
