import { z } from "zod";
import type { Bilingual } from "../../platform/kernel/fact.ts";
import type { SqlContext } from "../measure.ts";
import { defineMeasure } from "../measure.ts";
import { chains } from "../shared/chains.ts";
import { ownerKey } from "../shared/distinct.ts";
import { lengthFigure, lengthStatistic, statisticWords, unitWords } from "../shared/lengths.ts";
import { lengthUnitParam, statisticParam, whereParam } from "../shared/params.ts";
import { JUDGED, lower, say, whereInWords } from "../shared/phrases.ts";

/** Days between two benefit spells that do not break a course. */
const GAP_DAYS = 28;

const params = z.strictObject({
  of: z.string(),
  where: whereParam,
  /** Benefit spells that must make up one unbroken course holding both events; a citizen who left and came back starts afresh. */
  during: whereParam,
  statistic: statisticParam,
  in: lengthUnitParam,
});
type Params = z.infer<typeof params>;

/**
 * Time between a citizen's events: from each event to the next one of the same citizen, the later event being in the window. Only
 * events that satisfy the predicate count, at either end. Two events on one day count as one. With `during`, time away from the
 * benefit is no interval: both events must lie in the same course.
 */
export const measure = defineMeasure<Params>({
  kind: "interval_between_events",
  params,
  unit: (given) => given.in,
  predicates: ({ of, where, during }) => [
    { path: ["where"], source: where, subject: of },
    ...(during === undefined ? [] : [{ path: ["during"], source: during, subject: "benefit_spells" }]),
  ],
  amount: { da: "Dage siden forrige", en: "Days since the last" },
  compute: {
    as: "leaf",
    rowsOf: "rows",
    covers: ({ of }) => [of],
    query: (given, sql) => lengthStatistic(`SELECT idx, days FROM (${intervals(given, sql)})`, given.statistic),
    rows: (given, sql) =>
      `SELECT idx, citizen || ' ' || day AS key, citizen, NULL AS company, days AS amount FROM (${intervals(given, sql)})`,
    figure: (row, given) => lengthFigure(row, given.in),
  },
  sentence: (given, words, window) =>
    say(
      statisticWords(given.statistic),
      { da: "tid i", en: "time in" },
      unitWords(given.in),
      { da: "mellem en borgers", en: "between one citizen's" },
      lower(words.fact(given.of)),
      { da: ", den seneste", en: ", the later one" },
      words.window(window),
      whereInWords(given, words),
      duringInWords(words.predicate(given.during, "benefit_spells")),
    ),
  judged: () => JUDGED.event,
});

function duringInWords(course: Bilingual | null): Bilingual | null {
  return (
    course && {
      da: `, begge i samme forløb, hvor ${course.da} (huller op til ${GAP_DAYS} dage bryder det ikke)`,
      en: `, both in the same course, in which ${course.en} (gaps up to ${GAP_DAYS} days do not break it)`,
    }
  );
}

function intervals({ of, where, during }: Params, sql: SqlContext): string {
  const key = ownerKey(of, "citizens", sql);
  return [
    "SELECT w.idx, e.citizen, e.day, e.day - e.before AS days FROM (",
    "SELECT citizen, day, lag(day) OVER (PARTITION BY citizen ORDER BY day) AS before FROM (",
    `SELECT DISTINCT r.${key} AS citizen, r.day FROM ${of} r${sql.owners(where, of)} WHERE ${sql.where(where, of, "r.day")})) e`,
    "JOIN windows w ON e.day >= w.from_day AND e.day < w.until_day WHERE e.before IS NOT NULL",
    ...(during === undefined ? [] : [inOneCourse(during, sql)]),
  ].join("\n");
}

function inOneCourse(during: string, sql: SqlContext): string {
  const courses = `SELECT citizen, chain_from, max(until_day) AS chain_until FROM (${chains(during, GAP_DAYS, sql)}) GROUP BY citizen, chain_from`;
  return `AND EXISTS (SELECT 1 FROM (${courses}) p WHERE p.citizen = e.citizen AND p.chain_from <= e.before AND e.day < p.chain_until)`;
}
