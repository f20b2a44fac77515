import type { Bilingual } from "../../../indicators/contract.ts";
import { countForm, fill, type SameTexts } from "../../../platform/texts/catalogue.ts";
import { formatDay, formatNumber, formatPercent, formatPeriod } from "../../../platform/texts/format.ts";
import type { ReportCell, ReportLanguage } from "../contract.ts";
import { da } from "../texts.da.ts";
import { en } from "../texts.en.ts";

/** The report's texts in one language. */
export type ReportTexts = SameTexts<typeof da>;

/** The language of a report: its texts, and how it writes numbers, days and units. */
export type Words = {
  readonly language: ReportLanguage;
  readonly texts: ReportTexts;
  readonly pick: (text: Bilingual) => string;
  readonly day: (iso: string) => string;
};

const ONE_DECIMAL = new Set(["weeks", "months", "hours", "hours_week", "hours_per_week", "percentage_points"]);

/** The words of a language. */
export function wordsOf(language: ReportLanguage): Words {
  return {
    language,
    texts: language === "da" ? da : en,
    pick: (text) => text[language],
    day: (iso) => formatDay(iso, language),
  };
}

/** A cell of text alone. */
export function textCell(text: string): ReportCell {
  return { text, number: null, day: null, decimals: 0 };
}

/** An empty cell: a dash, never a zero. */
export function emptyCell(words: Words): ReportCell {
  return textCell(words.texts.none);
}

/** A day as a cell; a dash without one. */
export function dayCell(iso: string | null, words: Words): ReportCell {
  if (iso === null) return emptyCell(words);
  return { text: words.day(iso), number: null, day: iso, decimals: 0 };
}

/** A period or a day as people write it: `okt. 2020`, `uge 44, 2019 – uge 43, 2020`. Other texts stand as they are. */
export function periodText(period: string, words: Words): string {
  return period
    .split("/")
    .map((part) => formatPeriod(part, words.language))
    .join(" – ");
}

/** A number without its unit, with as many decimals as it needs: none for whole numbers, else one, below one two. */
export function numberCell(value: number | null, words: Words, decimals?: number): ReportCell {
  if (value === null) return emptyCell(words);
  const shown = decimals ?? decimalsOf(value);
  return { text: formatNumber(value, words.language, shown), number: value, day: null, decimals: shown };
}

/** A measured figure with its unit: `1.012 borgere`, `36,2 %`, `11,4 uger`, `leveret`. */
export function figureCell(value: number | null, unit: string, words: Words): ReportCell {
  if (value === null) return emptyCell(words);
  const decimals = decimalsOfUnit(value, unit);
  return { text: withUnit(value, { unit, decimals }, words), number: value, day: null, decimals };
}

/** A measured figure without its unit's word, where the unit stands beside it: `1.012`, `36,2 %`. */
export function bareCell(value: number | null, unit: string, words: Words): ReportCell {
  const full = figureCell(value, unit, words);
  if (value === null || isPercent(codeOf(unit)) || isYesOrNo(unit)) return full;
  return numberCell(value, words, full.decimals);
}

/** A target with its unit, as the plan writes it: a whole percentage has no decimals. */
export function targetText(value: number, unit: string, words: Words): string {
  return withUnit(value, { unit, decimals: decimalsOf(value) }, words);
}

/** A target without its unit's word: `1.600`, `35 %`. */
export function bareTarget(value: number, unit: string, words: Words): string {
  if (isPercent(codeOf(unit))) return targetText(value, unit, words);
  return formatNumber(value, words.language, decimalsOf(value));
}

/** The unit's name for a heading or a column: `borgere`. A unit without a text of its own stands as it is. */
export function unitName(unit: string, words: Words): string {
  const { special } = words.texts;
  const code = codeOf(unit);
  if (isPercent(code)) return "%";
  if (code === "milestone") return special.milestone;
  if (code === "status") return special.status;
  if (code === "rank") return special.rankUnit;
  if (code === "persons") return special.persons;
  return unitForms(unit, words)?.other ?? unit;
}

/** True for units that are reached or not, rather than counted. */
export function isYesOrNo(unit: string): boolean {
  return ["milestone", "status"].includes(codeOf(unit));
}

/** Decimals a measured figure is shown with: people and things are whole, shares and durations have one, ratios two. */
export function decimalsOfUnit(value: number, unit: string): number {
  const code = codeOf(unit);
  if (isPercent(code) || ONE_DECIMAL.has(code)) return 1;
  if (code === "ratio") return 2;
  return Object.hasOwn(da.unit, code) && code !== "difference" ? 0 : decimalsOf(value);
}

/** Decimals a number is shown with: none when whole, two below one, else one. */
export function decimalsOf(value: number): number {
  if (Number.isInteger(value)) return 0;
  return Math.abs(value) < 1 ? 2 : 1;
}

/** A small count as a sentence's first word: `Fire`; from thirteen on in digits. */
export function countWord(count: number, words: Words): string {
  const spelled = Object.values(words.texts.counted)[count];
  return spelled ?? formatNumber(count, words.language);
}

function withUnit(value: number, shown: { unit: string; decimals: number }, words: Words): string {
  const { special } = words.texts;
  const code = codeOf(shown.unit);
  if (isPercent(code)) return formatPercent(value, words.language, shown.decimals);
  if (code === "milestone") return value > 0 ? special.delivered : special.notDelivered;
  if (code === "status") return value > 0 ? special.fulfilled : special.notFulfilled;
  const number = formatNumber(value, words.language, shown.decimals);
  if (code === "rank") return fill(special.rank, { rank: number });
  const forms = unitForms(shown.unit, words);
  const name = forms ? countForm(words.language, Number.isInteger(value) ? value : 2, forms) : shown.unit;
  return name === "" ? number : `${number} ${name}`;
}

function unitForms(unit: string, words: Words): { readonly one: string; readonly other: string } | undefined {
  const units: Readonly<Record<string, { readonly one: string; readonly other: string }>> = words.texts.unit;
  const code = codeOf(unit);
  return Object.hasOwn(units, code) ? units[code] : undefined;
}

function codeOf(unit: string): string {
  return unit.toLowerCase().replaceAll(/[^a-z%]+/g, "_");
}

function isPercent(code: string): boolean {
  return code === "percent" || code === "%";
}
