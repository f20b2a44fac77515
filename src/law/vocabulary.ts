import { codesOnDay, type Term } from "../language/public.ts";
import { codes } from "../platform/kernel/fact.ts";
import { age, benefitsOnDay, circumstancesOnDay } from "./terms.ts";
import { targetGroupWords } from "./words.ts";

/** What a rule's condition is about: one citizen on one day. */
export const SITUATION = "situations";

const opens: NonNullable<Term["opens"]> = [{ fact: SITUATION, owner: "citizen" }];

const education: Term = {
  id: "citizen.education",
  subject: "citizen",
  type: "code",
  codes: codes(
    ["ufaglaert", "ufaglært", "unskilled"],
    ["faglaert", "faglært", "skilled"],
    ["videregaaende", "videregående", "higher"],
  ),
  label: { da: "Uddannelse", en: "Education" },
  meaning: { da: "Højeste fuldførte niveau", en: "Highest completed level" },
  changesWithTime: false,
  sql: ({ citizen }) => `${citizen}.education`,
  value: ({ citizen }) => citizen?.education ?? null,
  phrases: { "==": { da: "borgerens uddannelse{not} er {}", en: "the citizen's education is{not} {}" } },
};

/** The words a rule's condition may use: the citizens' own, spelled as the records spell them (a test holds the two together). */
export const vocabulary: readonly Term[] = [
  { ...age, opens },
  education,
  benefitsOnDay,
  codesOnDay({
    id: "citizen.target_groups",
    owner: "citizen",
    fact: "target_group_spells",
    column: "target_group",
    codes: targetGroupWords,
    label: { da: "Målgrupper", en: "Target groups" },
    meaning: { da: "Borgerens målgrupper på dagen", en: "The citizen's target groups on the day" },
    phrase: { da: "borgeren{not} er {}", en: "the citizen is{not} {}" },
  }),
  circumstancesOnDay,
];
