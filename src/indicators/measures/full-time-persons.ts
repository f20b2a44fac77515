import { z } from "zod";
import { defineMeasure } from "../measure.ts";
import { ratio } from "../rules/figure.ts";
import { whereParam } from "../shared/params.ts";
import { JUDGED, say, whereInWords } from "../shared/phrases.ts";

const OF = "benefit_spells";

/**
 * Full-time persons (fuldtidspersoner): days on the benefit in the window times the full-time share, summed over all spells and
 * divided by the days of the window. Overlap between benefits is not removed. Numerator in day-thousandths, denominator in days of
 * the window times 1,000. Source: the definition of the published measure, by days instead of weeks (law-and-data 3.1).
 */
export const measure = defineMeasure({
  kind: "full_time_persons",
  params: z.strictObject({ where: whereParam }),
  unit: () => "full_time_persons",
  predicates: ({ where }) => [{ path: ["where"], source: where, subject: OF }],
  nature: { averages: true },
  amount: { da: "Dage på fuld tid", en: "Full-time days" },
  compute: {
    as: "leaf",
    rowsOf: "citizens",
    covers: () => [OF],
    query: ({ where }, sql) =>
      [
        `WITH counted AS (${sql.occurrences({ of: OF, where, counted: "running" })})`,
        "SELECT w.idx, coalesce(sum(o.share * o.days), 0) AS numerator,",
        "any_value((w.until_day - w.from_day) * 1000) AS denominator, NULL AS value",
        "FROM windows w LEFT JOIN counted o ON o.idx = w.idx GROUP BY w.idx ORDER BY w.idx",
      ].join("\n"),
    rows: ({ where }, sql) =>
      [
        `WITH counted AS (${sql.occurrences({ of: OF, where, counted: "running" })})`,
        "SELECT o.idx, o.citizen AS key, o.citizen, NULL AS company, sum(o.share * o.days) / 1000.0 AS amount",
        "FROM counted o GROUP BY o.idx, o.citizen",
      ].join("\n"),
    figure: (row) => ratio(row.numerator, row.denominator),
  },
  sentence: ({ where }, words, window) =>
    say(
      { da: "Fuldtidspersoner på ydelse", en: "Full-time persons on benefit" },
      words.window(window),
      {
        da: "(dage på ydelsen gange fuldtidsandel, delt med periodens dage)",
        en: "(days on the benefit times the full-time share, divided by the period's days)",
      },
      whereInWords({ of: OF, where }, words),
    ),
  judged: () => JUDGED.running,
});
