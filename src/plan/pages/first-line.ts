import { countForm, fill, textOf } from "../../platform/texts/catalogue.ts";
import type { Language } from "../../platform/texts/language.ts";
import type { PlanStatus } from "../contract.ts";
import { planTexts } from "./plan-texts.ts";

/** The page's first line: how many goals go well and how many need a decision, in words (REP-03); when all is over, how many were met. */
export function firstLine(status: Pick<PlanStatus, "counts" | "needsDecision" | "goals">, language: Language): string {
  const texts = planTexts[language].overview;
  const all = status.goals.length;
  const { met, on_track, at_risk, off_track } = status.counts;
  if (on_track + at_risk + off_track === 0 && met > 0)
    return after(fill(texts.lineAfter, { met, all }), status.needsDecision, language);
  const good = status.counts.met + status.counts.on_track;
  const goals = fill(countForm(language, good, texts.lineGood), { good, all });
  return `${goals} ${decisions(status.needsDecision, language)}`;
}

function after(line: string, undecided: number, language: Language): string {
  return undecided === 0 ? line : `${line} ${decisions(undecided, language)}`;
}

function decisions(count: number, language: Language): string {
  const texts = planTexts[language].overview;
  if (count === 0) return texts.lineNoDecision;
  const word = textOf(texts.words, `n${count}`);
  return fill(countForm(language, count, texts.lineDecision), { count: word === `n${count}` ? count : word });
}
