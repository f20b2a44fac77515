import { codesOnDay, type Term, type Vocabulary } from "../../language/public.ts";
import { age, benefitsOnDay, circumstancesOnDay, offerWords, targetGroupWords } from "../../law/public.ts";
import { codes } from "../../platform/kernel/fact.ts";
import { vocabulary as own } from "../vocabulary.ts";

const trait = (id: "education" | "sex", words: Term["codes"]): Term => ({
  id: `citizen.${id}`,
  subject: "citizen",
  type: "code",
  ...(words ? { codes: words } : {}),
  label: { da: id, en: id },
  meaning: { da: id, en: id },
  changesWithTime: false,
  sql: ({ citizen }) => `${citizen}.${id}`,
  value: ({ citizen }) => citizen?.[id] ?? null,
});

const onDay = (id: string, about: { fact: string; column: string; words: Term["codes"] }): Term =>
  codesOnDay({
    id,
    owner: "citizen",
    fact: about.fact,
    column: about.column,
    codes: about.words ?? {},
    label: { da: id, en: id },
    meaning: { da: id, en: id },
    phrase: { da: `${id}{not} {}`, en: `${id}{not} {}` },
  });

/** Words enough for the screenings' own conditions, and one about what screenings do not read. */
export const words: Vocabulary = [
  { ...age, opens: [{ fact: "citizens", owner: "citizen" }] },
  benefitsOnDay,
  circumstancesOnDay,
  trait("education", codes(["ufaglaert", "ufaglært", "unskilled"], ["faglaert", "faglært", "skilled"])),
  trait("sex", codes(["kvinde", "kvinde", "woman"], ["mand", "mand", "man"])),
  onDay("citizen.target_groups", { fact: "target_group_spells", column: "target_group", words: targetGroupWords }),
  onDay("citizen.offers", { fact: "offers", column: "kind", words: offerWords }),
  ...own,
];
