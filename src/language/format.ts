import { type Day, isoDay } from "../platform/kernel/day.ts";
import { formatDay, formatNumber } from "../platform/texts/format.ts";
import type { Language } from "../platform/texts/language.ts";
import type { Term } from "./term.ts";

/** A number with as many decimals as it was written with (ten where it was written with a power of ten). */
function numberText(value: number, language: Language): string {
  const digits = String(value);
  return formatNumber(value, language, digits.includes("e-") ? 10 : (digits.split(".")[1] ?? "").length);
}

/** A code's label inside a sentence: a first capital goes, but in abbreviations (CV) and in English names (Danish). */
function labelText(label: string, language: Language): string {
  if (language === "en" && /^(Danish|Western|English)\b/.test(label)) return label;
  return /^\p{Lu}(\p{Ll}|-\p{Ll})/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

/** A value of a term as a reader sees it: codes by label, texts in quotation marks, numbers and days as the language writes them. */
export function valueText(term: Term, value: unknown, language: Language): string {
  if (typeof value === "number") {
    return term.type === "day" ? formatDay(isoDay(value as Day), language) : numberText(value, language);
  }
  const text = String(value);
  const label = term.codes?.[text];
  if (label !== undefined) return labelText(label[language], language);
  return language === "da" ? `»${text}«` : `“${text}”`;
}

/** Things named one after another: `a, b eller c`. */
export function series(items: readonly string[], last: string): string {
  if (items.length <= 1) return items[0] ?? "";
  return `${items.slice(0, -1).join(", ")} ${last} ${items.at(-1) ?? ""}`;
}
