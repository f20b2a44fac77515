import { type Day, parseDay } from "../../platform/kernel/day.ts";
import type { Bilingual } from "../../platform/kernel/fact.ts";
import type { Phrase, Prompt, RecordFault, RecordValue, Shown } from "../contract.ts";

const HUNDREDTHS = 100;

/** A day among a record's values; null when it is empty. */
export function dayIn(value: RecordValue | undefined): Day | null {
  return typeof value === "string" ? parseDay(value) : null;
}

/** What a code is called; null for none. */
export function labelOf(words: Readonly<Record<string, Bilingual>>, code: unknown): Bilingual | null {
  return typeof code === "string" ? (words[code] ?? { da: code, en: code }) : null;
}

/** A day to show, or that there is none. */
export function asDay(day: Day | null | undefined): Shown {
  return day === null || day === undefined ? null : { day };
}

/** Words to show, or that there are none. */
export function asText(text: Bilingual | null): Shown {
  return text ? { text } : null;
}

/** Hours to show, of whole hundredths of an hour: a decimal only where there is one. */
export function asHours(hundredths: number, unit?: Bilingual): Extract<Shown, { readonly number: number }> {
  const hours = { number: hundredths / HUNDREDTHS, decimals: hundredths % HUNDREDTHS === 0 ? 0 : 1 };
  return unit ? { ...hours, unit } : hours;
}

/** One thing to do or to look at, as rules give them. */
export function prompt(
  text: Bilingual,
  values: Phrase["with"] = {},
  behind: Omit<Prompt, "says"> = {},
): readonly Prompt[] {
  return [{ says: { text, with: values }, ...behind }];
}

/** Why a record cannot be so, and the field it is about. */
export function fault(field: string, text: Bilingual, values: Phrase["with"] = {}): RecordFault {
  return { field, message: { text, with: values } };
}
