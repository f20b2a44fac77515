import { z } from "zod";
import { defineMeasure, type SqlContext } from "../measure.ts";
import { ratio } from "../rules/figure.ts";
import { whereParam } from "../shared/params.ts";
import { say, whereInWords } from "../shared/phrases.ts";

const OF = "obligations";
const params = z.strictObject({ where: whereParam });
type Params = z.infer<typeof params>;

/**
 * Timeliness (*rettidighed*): of the obligations that fell due in the window, the percentage that was met in time. One that was met early counts
 * in the window of its deadline; one that rested or was no longer owed on its last day has not fallen due. Rules that bind a share of a group
 * are not among them. There is no figure for days up to which the obligations are not worked out yet.
 */
export const measure = defineMeasure<Params>({
  kind: "timeliness",
  params,
  unit: () => "percent",
  predicates: ({ where }) => [{ path: ["where"], source: where, subject: OF }],
  compute: {
    as: "leaf",
    rowsOf: "rows",
    covers: () => [],
    present: () => [OF, "duty_days"],
    query: (given, sql) =>
      [
        `WITH fell AS (${fellDue(given, sql)}), worked_out AS (SELECT max(day) AS last FROM duty_days)`,
        "SELECT w.idx, CASE WHEN w.beyond <= any_value(o.last) + 1 THEN count(CASE WHEN f.late IS NULL THEN f.id END) END AS numerator,",
        "CASE WHEN w.beyond <= any_value(o.last) + 1 THEN count(f.id) END AS denominator, NULL AS value",
        "FROM windows w CROSS JOIN worked_out o LEFT JOIN fell f ON f.idx = w.idx GROUP BY w.idx, w.beyond ORDER BY w.idx",
      ].join("\n"),
    rows: (given, sql, part) =>
      [
        "SELECT f.idx, f.id AS key, f.citizen, NULL AS company, 1 AS amount",
        `FROM (${fellDue(given, sql)}) f${part === "value" ? " WHERE f.late IS NULL" : ""}`,
      ].join("\n"),
    figure: (row) => ratio(row.numerator, row.denominator, 100),
    missing: () => ({
      da: "Ingen pligter havde frist i perioden, eller de er ikke regnet ud så langt",
      en: "No obligation fell due in the period, or they are not worked out that far",
    }),
  },
  sentence: (given, words, window) =>
    say(
      {
        da: "Procentdel af de pligter, hvis frist faldt, der var opfyldt til tiden",
        en: "Percentage of the obligations that fell due that were met in time",
      },
      words.window(window),
      whereInWords({ of: OF, where: given.where }, words),
    ),
  judged: () => ({ da: "fristens dag", en: "the last day in time" }),
});

/** The obligations that fell due in each window, as far as was known on the day it is measured. */
function fellDue({ where }: Params, sql: SqlContext): string {
  return [
    "SELECT w.idx, r.id, r.citizen, r.late FROM",
    `(SELECT r.* FROM ${OF} r${sql.owners(where, OF)} WHERE r.share IS NULL AND ${sql.where(where, OF, "r.due")}) r`,
    "JOIN windows w ON r.due >= w.from_day AND r.due < w.until_day",
    "AND coalesce(r.late, r.met) < w.beyond",
  ].join("\n");
}
