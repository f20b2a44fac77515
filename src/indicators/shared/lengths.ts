import type { Bilingual } from "../../platform/kernel/fact.ts";
import type { Figure } from "../rules/figure.ts";
import { DAYS_IN, type LengthUnit, type Statistic } from "./params.ts";

/**
 * SELECT of a statistic over the relation `lengths(idx, days)`: the mean as a sum and a number of lengths, which are divided once;
 * the median and other quantiles as a value in days (interpolated between the two middle lengths) with the number of lengths.
 */
export function lengthStatistic(lengths: string, statistic: Statistic): string {
  const value =
    statistic === "mean" ? "NULL" : `quantile_cont(l.days, ${statistic === "median" ? 0.5 : statistic.quantile})`;
  return [
    `WITH lengths AS (${lengths})`,
    `SELECT w.idx, ${statistic === "mean" ? "coalesce(sum(l.days), 0)" : "NULL"} AS numerator, count(l.days) AS denominator, ${value} AS value`,
    "FROM windows w LEFT JOIN lengths l ON l.idx = w.idx GROUP BY w.idx ORDER BY w.idx",
  ].join("\n");
}

/** The figure of a length statistic, in the wished unit. */
export function lengthFigure(row: Figure, unit: LengthUnit): Figure {
  if (row.denominator === null || row.denominator === 0)
    return { value: null, numerator: row.numerator, denominator: row.denominator };
  if (row.value !== null) return { value: row.value / DAYS_IN[unit], numerator: null, denominator: row.denominator };
  return {
    value: (row.numerator ?? 0) / (row.denominator * DAYS_IN[unit]),
    numerator: row.numerator,
    denominator: row.denominator,
  };
}

const UNIT_WORDS: Record<LengthUnit, Bilingual> = {
  days: { da: "dage", en: "days" },
  weeks: { da: "uger", en: "weeks" },
  months: { da: "måneder", en: "months" },
  years: { da: "år", en: "years" },
};

/** A unit of length in words. */
export function unitWords(unit: LengthUnit): Bilingual {
  return UNIT_WORDS[unit];
}

/** The statistic in words: "den gennemsnitlige", "den halvdel-delende (median)". */
export function statisticWords(statistic: Statistic): Bilingual {
  if (statistic === "mean") return { da: "Gennemsnitlig", en: "Mean" };
  if (statistic === "median") return { da: "Median af", en: "Median" };
  const percent = Math.round(statistic.quantile * 100);
  return { da: `${percent} %-fraktil af`, en: `${percent}th percentile of` };
}
