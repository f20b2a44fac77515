import { z } from "zod";
import { defineMeasure } from "../measure.ts";
import { ratio } from "../rules/figure.ts";
import { whereParam } from "../shared/params.ts";
import { JUDGED, say, whereInWords } from "../shared/phrases.ts";

const OF = "expenditure";
const params = z.strictObject({
  where: whereParam,
  /** Subtract the state's refund. */
  net: z.boolean().default(false),
  area: z.string(),
  age_from: z.int().default(16),
  age_to: z.int().default(66),
});
type Params = z.infer<typeof params>;

const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/**
 * Expenditure per head in kroner: spending in the window (a row that reaches outside counts by its days inside, rounded down to the
 * øre) divided by the latest population on or before the window's last day. Numerator in øre, denominator in persons times 100.
 */
export const measure = defineMeasure<Params>({
  kind: "expenditure_per_head",
  params,
  unit: () => "kroner",
  predicates: ({ where }) => [{ path: ["where"], source: where, subject: OF }],
  compute: {
    as: "leaf",
    covers: () => [OF, "population"],
    query: ({ where, net, area, age_from, age_to }, sql) =>
      [
        `WITH spent AS (SELECT o.idx, sum((o.amount${net ? " - o.refund" : ""}) * o.days // (o.until_day - o.from_day)) AS ore`,
        `FROM (${sql.occurrences({ of: OF, where, counted: "running" })}) o GROUP BY o.idx),`,
        "heads AS (SELECT w.idx, arg_max(p.persons, p.day) AS persons FROM windows w JOIN (",
        `SELECT day, sum(persons) AS persons FROM population WHERE area = ${text(area)} AND age_from >= ${age_from} AND age_to <= ${age_to} GROUP BY day`,
        ") p ON p.day < w.until_day GROUP BY w.idx)",
        "SELECT w.idx, coalesce(s.ore, 0) AS numerator, h.persons * 100 AS denominator, NULL AS value",
        "FROM windows w LEFT JOIN spent s ON s.idx = w.idx LEFT JOIN heads h ON h.idx = w.idx ORDER BY w.idx",
      ].join("\n"),
    figure: (row) => ratio(row.numerator, row.denominator),
  },
  sentence: ({ where, net, age_from, age_to }, words, window) =>
    say(
      {
        da: `Udgift i kroner ${net ? "efter" : "før"} refusion`,
        en: `Spending in kroner ${net ? "after" : "before"} state refund`,
      },
      words.window(window),
      whereInWords({ of: OF, where }, words),
      { da: `pr. indbygger på ${age_from}-${age_to} år`, en: `per resident aged ${age_from}-${age_to}` },
    ),
  judged: () => JUDGED.begun,
});
