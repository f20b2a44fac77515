import { z } from "zod";
import type { SqlContext } from "../measure.ts";
import { defineMeasure } from "../measure.ts";
import { chains } from "../shared/chains.ts";
import { lengthFigure, lengthStatistic, statisticWords, unitWords } from "../shared/lengths.ts";
import { DAYS_IN, lengthUnitParam, statisticParam, whereParam } from "../shared/params.ts";
import { JUDGED, say, whereInWords } from "../shared/phrases.ts";

const params = z.strictObject({
  /** Which benefit spells make up the support; judged on the spell's first day. */
  support: z.string(),
  /** Days between two spells that do not break the chain. */
  gap_days: z.int().min(0).max(366),
  /** Count the people whose chain is longer than this; without it, the statistic of the lengths. */
  longer_than: z.strictObject({ years: z.int().min(1).optional(), weeks: z.int().min(1).optional() }).optional(),
  /** Which citizens; judged on the period's last day. */
  where: whereParam,
  statistic: statisticParam,
  in: lengthUnitParam,
});

type Params = z.infer<typeof params>;

/**
 * Time on support: from the first day of the unbroken chain of support to the period's last day, for people on support that day.
 * Gaps up to the stated tolerance do not break the chain. Either people with a chain longer than a limit (years by the calendar),
 * or the mean, median or another quantile of the lengths.
 */
export const measure = defineMeasure<Params>({
  kind: "time_on_support",
  params,
  unit: (given) => (given.longer_than ? "persons" : given.in),
  predicates: ({ support, where }) => [
    { path: ["support"], source: support, subject: "benefit_spells" },
    { path: ["where"], source: where, subject: "citizens" },
  ],
  amount: { da: "Dage på ydelse", en: "Days on support" },
  compute: {
    as: "leaf",
    rowsOf: "citizens",
    covers: () => ["benefit_spells"],
    query: (given, sql) =>
      given.longer_than
        ? [
            `WITH chains AS (${chainsOnLastDay(given, sql)})`,
            "SELECT w.idx, count(DISTINCT o.citizen) AS numerator, NULL AS denominator, NULL AS value",
            "FROM windows w LEFT JOIN chains o ON o.idx = w.idx GROUP BY w.idx ORDER BY w.idx",
          ].join("\n")
        : lengthStatistic(`SELECT idx, days FROM (${chainsOnLastDay(given, sql)})`, given.statistic),
    rows: (given, sql) =>
      `SELECT idx, citizen AS key, citizen, NULL AS company, days AS amount FROM (${chainsOnLastDay(given, sql)})`,
    figure: (row, given) => (given.longer_than ? { ...row, value: row.numerator } : lengthFigure(row, given.in)),
  },
  sentence: (given, words) => {
    const tolerance = {
      da: `(huller op til ${given.gap_days} dage bryder ikke kæden)`,
      en: `(gaps up to ${given.gap_days} days do not break the chain)`,
    };
    const support = words.predicate(given.support, "benefit_spells");
    const what = support && { da: `, hvor støtten er: ${support.da}`, en: `, support being: ${support.en}` };
    const who = whereInWords({ of: "citizens", where: given.where }, words);
    if (!given.longer_than) {
      return say(
        statisticWords(given.statistic),
        { da: "tid på offentlig forsørgelse på den sidste dag, i", en: "time on support on the last day, in" },
        unitWords(given.in),
        tolerance,
        what,
        who,
      );
    }
    const { years, weeks } = given.longer_than;
    const limit = years ? { da: `${years} år`, en: `${years} years` } : { da: `${weeks} uger`, en: `${weeks} weeks` };
    return say(
      {
        da: "Antal borgere, der på den sidste dag har fået støtte uafbrudt i mere end",
        en: "Number of citizens who on the last day have been on support without a break for more than",
      },
      limit,
      tolerance,
      what,
      who,
    );
  },
  judged: () => JUDGED.standing,
});

/** SELECT idx, citizen, days: people on support on each window's last day and the days since their chain began. */
function chainsOnLastDay({ support, gap_days, longer_than, where }: Params, sql: SqlContext): string {
  const limit = longer_than
    ? ` AND p.chain_from < CAST(w.until_day - INTERVAL ${longer_than.years ? `${longer_than.years} YEAR` : `${(longer_than.weeks ?? 0) * DAYS_IN.weeks} DAY`} AS DATE)`
    : "";
  return [
    "SELECT w.idx, p.citizen, w.until_day - min(p.chain_from) AS days",
    `FROM (${chains(support, gap_days, sql)}) p JOIN windows w ON p.from_day < w.until_day AND p.until_day >= w.until_day`,
    "JOIN citizens r ON r.id = p.citizen",
    `WHERE ${sql.where(where, "citizens", "(w.until_day - 1)")}${limit}`,
    "GROUP BY w.idx, w.until_day, p.citizen",
  ].join("\n");
}
