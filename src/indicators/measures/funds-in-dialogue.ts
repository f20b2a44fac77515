import { z } from "zod";
import { defineMeasure, type SqlContext } from "../measure.ts";
import { ratio } from "../rules/figure.ts";
import { whereParam } from "../shared/params.ts";
import { JUDGED, say, whereInWords } from "../shared/phrases.ts";

const params = z.strictObject({ where: whereParam });
type Params = z.infer<typeof params>;

/**
 * Of the unemployment funds (a-kasser) with more than an average number of unemployed members in the window, the percentage the
 * jobcentre was in dialogue with. Members are different citizens with a spell of that fund; the average is over funds with members.
 */
export const measure = defineMeasure<Params>({
  kind: "funds_in_dialogue",
  params,
  unit: () => "percent",
  predicates: ({ where }) => [{ path: ["where"], source: where, subject: "benefit_spells" }],
  compute: {
    as: "leaf",
    countsPeople: false,
    rowsOf: "rows",
    covers: () => ["benefit_spells"],
    present: () => ["fund_dialogues"],
    query: (given, sql) =>
      [
        relations(given, sql),
        "SELECT w.idx, count(CASE WHEN l.talked THEN 1 END) AS numerator, count(l.fund) AS denominator, NULL AS value",
        "FROM windows w LEFT JOIN large l ON l.idx = w.idx GROUP BY w.idx ORDER BY w.idx",
      ].join("\n"),
    rows: (given, sql, part) =>
      `${relations(given, sql)}\nSELECT idx, fund AS key, NULL AS citizen, NULL AS company, members AS amount FROM large${part === "value" ? " WHERE talked" : ""}`,
    figure: (row) => ratio(row.numerator, row.denominator, 100),
  },
  sentence: (given, words, window) =>
    say(
      {
        da: "Procentdel af a-kasser med flere ledige medlemmer end gennemsnittet, som jobcentret har været i dialog med",
        en: "Percentage of unemployment funds with more unemployed members than the average that the jobcentre was in dialogue with",
      },
      words.window(window),
      whereInWords({ of: "benefit_spells", where: given.where }, words),
    ),
  judged: () => JUDGED.running,
});

function relations({ where }: Params, sql: SqlContext): string {
  return [
    `WITH members AS (SELECT o.idx, o.fund, count(DISTINCT o.citizen) AS members FROM (${sql.occurrences({ of: "benefit_spells", where, counted: "running" })}) o`,
    "WHERE o.fund IS NOT NULL GROUP BY o.idx, o.fund),",
    `talks AS (SELECT DISTINCT o.idx, o.fund FROM (${sql.occurrences({ of: "fund_dialogues", counted: "running" })}) o),`,
    "large AS (SELECT m.*, t.fund IS NOT NULL AS talked",
    "FROM (SELECT *, avg(members) OVER (PARTITION BY idx) AS mean FROM members) m",
    "LEFT JOIN talks t ON t.idx = m.idx AND t.fund = m.fund WHERE m.members > m.mean)",
  ].join("\n");
}
