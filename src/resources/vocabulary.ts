import { codesOnDay, phrased, type Term, termsOfFact } from "../language/public.ts";
import { codesOf, factNamed } from "../platform/kernel/fact-named.ts";
import { facts } from "./facts.ts";

const notes = factNamed(facts, "resource_notes");

/** The words about resources and barriers. */
export const vocabulary: readonly Term[] = [
  codesOnDay({
    id: "citizen.described_fields",
    owner: "citizen",
    fact: "resource_notes",
    column: "field",
    codes: codesOf(notes, "field"),
    label: { da: "Beskrevne områder", en: "Described fields" },
    meaning: {
      da: "De områder, hvor borgerens ressourcer eller barrierer er beskrevet på dagen",
      en: "The fields in which the citizen's resources or barriers are described on the day",
    },
    phrase: { da: "{}{not} er beskrevet for borgeren", en: "{} is{not} described for the citizen" },
  }),
  ...phrased(termsOfFact(notes, "resource_note", { da: "notatets ", en: "the note's " }), {
    "resource_note.field": ["notatet{not} er om {}", "the note is{not} about {}"],
    "resource_note.weight": ["det{not} er {}", "it is{not} {}"],
    "resource_note.source": ["kilden{not} er {}", "the source is{not} {}"],
  }),
];
