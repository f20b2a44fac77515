import { fill } from "../../platform/texts/catalogue.ts";
import { formatDay, formatNumber, NO_VALUE } from "../../platform/texts/format.ts";
import type { Language } from "../../platform/texts/language.ts";
import type { PhraseAnswer, ShownValue } from "../contract.ts";

/** A value in words. */
export function shownText(value: ShownValue | undefined, language: Language): string {
  if (value === null || value === undefined) return NO_VALUE;
  if ("day" in value) return formatDay(value.day, language);
  if ("text" in value) return value.text[language];
  const number = formatNumber(value.number, language, value.decimals);
  return value.unit ? `${number} ${value.unit[language]}` : number;
}

/** Words with their days and numbers filled in. */
export function phraseText({ text, with: values }: PhraseAnswer, language: Language): string {
  const told = Object.entries(values).map(([name, value]) => [name, shownText(value, language)]);
  return fill(text[language], Object.fromEntries(told));
}
