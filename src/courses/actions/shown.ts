import { addDays, FOREVER, isoDay } from "../../platform/kernel/day.ts";
import type { Bilingual, Column, Fact } from "../../platform/kernel/fact.ts";
import { fill } from "../../platform/texts/catalogue.ts";
import { formatDay, formatNumber, NO_VALUE } from "../../platform/texts/format.ts";
import type { Language } from "../../platform/texts/language.ts";
import type { CourseRecord, Phrase, PhraseAnswer, RecordValue, Shown, ShownValue } from "../contract.ts";
import { fieldsOf } from "../rules/judge-record.ts";

const HUNDREDTHS = 100;

/** A value as it goes over the wire. */
export function shownOf(value: Shown): ShownValue {
  if (value === null) return null;
  if ("day" in value) return { day: isoDay(value.day) };
  if ("text" in value) return { text: { da: value.text.da, en: value.text.en } };
  return { number: value.number, decimals: value.decimals ?? 0, unit: value.unit ?? null };
}

/** Words with their values, as they go over the wire. */
export function phraseOf({ text, with: values = {} }: Phrase): PhraseAnswer {
  return {
    text: { da: text.da, en: text.en },
    with: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, shownOf(value)])),
  };
}

/** Words with their values filled in, in both languages. */
export function saidOf({ text, with: values = {} }: Phrase): Bilingual {
  const inWords = (language: Language): string =>
    fill(
      text[language],
      Object.fromEntries(Object.entries(values).map(([name, value]) => [name, wordsOf(value, language)])),
    );
  return { da: inWords("da"), en: inWords("en") };
}

/** A value in words. */
export function wordsOf(value: Shown, language: Language): string {
  if (value === null) return NO_VALUE;
  if ("day" in value) return formatDay(isoDay(value.day), language);
  if ("text" in value) return value.text[language];
  const number = formatNumber(value.number, language, value.decimals ?? 0);
  return value.unit ? `${number} ${value.unit[language]}` : number;
}

/** A record's value as it is typed: hours as hours. */
export function typedOf({ type }: Column, value: RecordValue): RecordValue {
  return type === "hours" && typeof value === "number" ? value / HUNDREDTHS : value;
}

/** What a record says, in a line: the values it has, each with its label where the value alone would not tell. */
export function lineOf(fact: Fact, { values }: CourseRecord): Bilingual {
  const inWords = (language: Language): string =>
    fieldsOf(fact)
      .flatMap((column) => partOf(column, values[column.name] ?? null, language))
      .join(" · ");
  return { da: inWords("da"), en: inWords("en") };
}

function partOf(column: Column, value: RecordValue, language: Language): readonly string[] {
  if (value === null || value === false) return [];
  const label = column.label[language];
  if (value === true) return [label];
  if (column.type === "code") return [column.codes?.[String(value)]?.[language] ?? String(value)];
  if (column.type === "day") return [`${label} ${formatDay(String(value), language)}`];
  if (column.type === "hours") return [`${formatHours(Number(value), language)} ${label.toLowerCase()}`];
  return [String(value)];
}

/** Hours a week as people write them: no more decimals than there are. */
function formatHours(hundredths: number, language: Language): string {
  const hours = hundredths / HUNDREDTHS;
  return formatNumber(hours, language, Number.isInteger(hours) ? 0 : 1);
}

/** The last day of a record, ISO; null while it runs. */
export function lastDayOf(fact: Fact, { until }: CourseRecord): string | null {
  return fact.shape !== "spell" || until === FOREVER ? null : isoDay(addDays(until, -1));
}

/** What a record says as its form has it: days and values by field, as text where they are typed. */
export function wiredValues(fact: Fact, record: CourseRecord): Readonly<Record<string, string>> {
  const values = fieldsOf(fact).map((column) => {
    const value = typedOf(column, record.values[column.name] ?? null);
    return [column.name, value === null ? "" : String(value)];
  });
  return { from: isoDay(record.from), to: lastDayOf(fact, record) ?? "", ...Object.fromEntries(values) };
}
