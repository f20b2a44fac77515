import type { Bilingual } from "../../platform/kernel/fact.ts";
import type { Words } from "../measure.ts";
import type { Window } from "../rules/window.ts";
import type { FollowUp } from "./follow-up.ts";
import { lower, rowsInWords, say, whereInWords } from "./phrases.ts";

const HOW: Record<FollowUp["outcome"]["how"], (weeks: number) => Bilingual> = {
  happens: (weeks) => ({ da: `inden ${weeks} uger fulgtes af`, en: `were followed within ${weeks} weeks by` }),
  begins: (weeks) => ({
    da: `inden ${weeks} uger fulgtes af påbegyndte`,
    en: `were followed within ${weeks} weeks by the start of`,
  }),
  runs: (weeks) => ({ da: `inden ${weeks} uger fulgtes af`, en: `were followed within ${weeks} weeks by` }),
  runs_after: (weeks) => ({
    da: `${weeks} uger senere var afløst af igangværende`,
    en: `${weeks} weeks later had given way to running`,
  }),
};

/** A follow-up in words, with what is not counted yet. */
export function followUpInWords(followUp: FollowUp, words: Words, window: Window): Bilingual {
  const { cohort, outcome, within_weeks } = followUp;
  return say(
    { da: "Procentdel af", en: "Percentage of" },
    rowsInWords(cohort, words),
    words.window(window),
    whereInWords(cohort, words),
    { da: ", som", en: "that" },
    HOW[outcome.how](within_weeks),
    lower(words.fact(outcome.of)),
    whereInWords(outcome, words),
    outcome.same ? { da: "hos samme virksomhed", en: "at the same company" } : null,
    {
      da: `(kun dem, hvor de ${within_weeks} uger er gået)`,
      en: `(only those for whom the ${within_weeks} weeks have passed)`,
    },
  );
}
