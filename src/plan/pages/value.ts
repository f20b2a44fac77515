import { type CountForms, countForm, fill } from "../../platform/texts/catalogue.ts";
import { formatDay, formatNumber, formatPercent } from "../../platform/texts/format.ts";
import type { Language } from "../../platform/texts/language.ts";
import type { Indicator, Target } from "./indicator-types.ts";
import { planTexts } from "./plan-texts.ts";

const PERCENT = new Set(["percent", "%", "pct"]);
const ONE_DECIMAL = new Set([
  "weeks",
  "months",
  "hours",
  "hours_week",
  "hours_per_week",
  "percentage_points",
  "percent_points",
]);
const OTHER_SPELLINGS: Readonly<Record<string, string>> = {
  percent_points: "percentage_points",
  hours_per_week: "hours_week",
  dkk: "kroner",
  kr: "kroner",
  fuldtidspersoner: "full_time_persons",
};

/** A unit as a name in the catalogue: `full-time persons` becomes `full_time_persons`. */
export function unitName(unit: string): string {
  const plain = unit.toLowerCase().replaceAll(/[^a-z%]+/g, "_");
  return OTHER_SPELLINGS[plain] ?? plain;
}

/** Decimals a value of the unit is shown with: people are whole, shares and durations have one. */
export function decimalsOf(unit: string): number {
  const name = unitName(unit);
  if (name === "ratio") return 2;
  return PERCENT.has(name) || ONE_DECIMAL.has(name) ? 1 : 0;
}

/** True for units that are delivered or not, rather than counted. */
export function isMilestone(unit: string): boolean {
  return ["milestone", "date", "delivered", "day"].includes(unitName(unit));
}

/** A bare number in the unit's decimals; a percentage carries its sign. */
export function formatAmount(value: number, unit: string, language: Language): string {
  if (PERCENT.has(unitName(unit))) return formatPercent(value, language);
  if (isMilestone(unit))
    return value > 0 ? planTexts[language].value.delivered : planTexts[language].value.notDelivered;
  return formatNumber(value, language, decimalsOf(unit));
}

/** The unit's word in the form that fits the value; empty where the value says it itself. */
export function unitWord(value: number, unit: string, language: Language): string {
  const name = unitName(unit);
  if (PERCENT.has(name) || isMilestone(unit) || name === "ratio" || name === "status") return "";
  const units: Readonly<Record<string, CountForms>> = planTexts[language].units;
  const forms = Object.hasOwn(units, name) ? units[name] : undefined;
  return forms ? countForm(language, Number.isInteger(value) ? value : 2, forms) : unit;
}

/** A value with its unit: `1.012 borgere`, `36,2 %`. */
export function formatWithUnit(value: number, unit: string, language: Language): string {
  return `${formatAmount(value, unit, language)} ${unitWord(value, unit, language)}`.trim();
}

/** What a target asks for, in words: `mindst 1.600`, `højst 4,0`. Null while the target's comparison has no data. */
export function formatTarget(target: Target, unit: string, language: Language): string | null {
  if (isMilestone(unit)) return formatDay(target.by, language);
  if (target.value === null) return null;
  const texts = planTexts[language].value.target;
  const value = formatAmount(target.value, unit, language);
  if (target.operator === "=" && target.margin !== null)
    return fill(texts.within, { value, margin: formatAmount(target.margin, unit, language) });
  const forms = { ">=": texts.atLeast, "<=": texts.atMost, ">": texts.over, "<": texts.under, "=": texts.equal };
  return fill(forms[target.operator], { value });
}

/** A projection as `1.455 (1.380–1.520)`; the interval leaves the unit's sign to the value. */
export function formatProjection({ projection, unit }: Indicator, language: Language): string | null {
  if (!projection) return null;
  const bare = (value: number): string => formatNumber(value, language, decimalsOf(unit));
  return `${formatAmount(projection.value, unit, language)} (${bare(projection.low)}–${bare(projection.high)})`;
}
