import { z } from "zod";
import type { SqlContext } from "../measure.ts";
import { defineMeasure } from "../measure.ts";
import { ownerKey } from "../shared/distinct.ts";
import { lengthFigure, lengthStatistic, statisticWords, unitWords } from "../shared/lengths.ts";
import { lengthUnitParam, statisticParam, whereParam } from "../shared/params.ts";
import { JUDGED, lower, say, whereInWords } from "../shared/phrases.ts";

const params = z.strictObject({ of: z.string(), where: whereParam, statistic: statisticParam, in: lengthUnitParam });
type Params = z.infer<typeof params>;

/**
 * Time between a citizen's events: from each event to the next one of the same citizen, the later event being in the window. Only
 * events that satisfy the predicate count, at either end. Two events on one day count as one.
 */
export const measure = defineMeasure<Params>({
  kind: "interval_between_events",
  params,
  unit: (given) => given.in,
  predicates: ({ of, where }) => [{ path: ["where"], source: where, subject: of }],
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
    ),
  judged: () => JUDGED.event,
});

function intervals({ of, where }: Params, sql: SqlContext): string {
  const key = ownerKey(of, "citizens", sql);
  return [
    "SELECT w.idx, e.citizen, e.day, e.day - e.before AS days FROM (",
    "SELECT citizen, day, lag(day) OVER (PARTITION BY citizen ORDER BY day) AS before FROM (",
    `SELECT DISTINCT r.${key} AS citizen, r.day FROM ${of} r${sql.owners(where, of)} WHERE ${sql.where(where, of, "r.day")})) e`,
    "JOIN windows w ON e.day >= w.from_day AND e.day < w.until_day WHERE e.before IS NOT NULL",
  ].join("\n");
}
