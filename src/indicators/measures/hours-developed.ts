import { z } from "zod";
import { defineMeasure, type SqlContext } from "../measure.ts";
import { ratio } from "../rules/figure.ts";
import { whereParam } from "../shared/params.ts";
import { JUDGED, say, whereInWords } from "../shared/phrases.ts";
import { withOwners } from "../sql/context.ts";

const OF = "employments";
const params = z.strictObject({ where: whereParam, weeks: z.int().min(1).max(520).default(52) });
type Params = z.infer<typeof params>;

/**
 * Of the citizens employed on the window's last day and also n weeks before, with known hours on both days, the percentage that work
 * more hours a week now. Hours of several employments on one day are added.
 */
export const measure = defineMeasure<Params>({
  kind: "hours_developed",
  params,
  unit: () => "percent",
  predicates: ({ where }) => [{ path: ["where"], source: where, subject: OF }],
  amount: { da: "Flere timer om ugen", en: "More hours a week" },
  compute: {
    as: "leaf",
    rowsOf: "citizens",
    covers: () => [OF],
    query: (given, sql) =>
      [
        relations(given, sql),
        "SELECT w.idx, count(CASE WHEN b.now > b.before THEN 1 END) AS numerator, count(b.citizen) AS denominator, NULL AS value",
        "FROM windows w LEFT JOIN hours b ON b.idx = w.idx GROUP BY w.idx ORDER BY w.idx",
      ].join("\n"),
    rows: (given, sql, part) =>
      `${relations(given, sql)}\nSELECT idx, citizen AS key, citizen, NULL AS company, (now - before) / 100.0 AS amount FROM hours${part === "value" ? " WHERE now > before" : ""}`,
    figure: (row) => ratio(row.numerator, row.denominator, 100),
  },
  sentence: ({ where, weeks }, words) =>
    say(
      {
        da: `Procentdel af borgere i arbejde både på den sidste dag og ${weeks} uger før, som nu har flere timer om ugen`,
        en: `Percentage of citizens at work both on the last day and ${weeks} weeks before who now have more hours a week`,
      },
      whereInWords({ of: OF, where }, words),
    ),
  judged: () => JUDGED.standing,
});

function relations({ where, weeks }: Params, sql: SqlContext): string {
  const hoursOn = (day: string): string =>
    [
      `SELECT w.idx, r.citizen, sum(r.hours) AS hours FROM windows w JOIN ${withOwners(`${OF} r`, sql.owners(where, OF))} ON r.from_day <= ${day} AND r.until_day > ${day}`,
      ` WHERE w.from_day < w.until_day AND r.hours IS NOT NULL AND ${sql.where(where, OF, day)} GROUP BY w.idx, r.citizen`,
    ].join("");
  return [
    "WITH hours AS (SELECT n.idx, n.citizen, n.hours AS now, b.hours AS before",
    `FROM (${hoursOn("(w.until_day - 1)")}) n JOIN (${hoursOn(`(w.until_day - ${1 + weeks * 7})`)}) b ON b.idx = n.idx AND b.citizen = n.citizen)`,
  ].join("\n");
}
