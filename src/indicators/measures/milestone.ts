import { z } from "zod";
import { isoDay } from "../../platform/kernel/day.ts";
import { defineMeasure } from "../measure.ts";
import { spokenDay } from "../rules/spoken.ts";
import { JUDGED, say } from "../shared/phrases.ts";

const params = z.strictObject({ item: z.string() });
const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/** A milestone: 1 when something was delivered in the window, else 0. Judged on the deadline; a later delivery is told beside it. */
export const measure = defineMeasure<z.infer<typeof params>>({
  kind: "milestone",
  params,
  unit: () => "milestone",
  predicates: () => [],
  nature: { yesNo: true },
  compute: {
    as: "leaf",
    covers: () => [],
    present: () => ["plan_deliveries"],
    query: ({ item }) =>
      [
        "SELECT w.idx, least(count(d.id), 1) AS numerator, NULL AS denominator, NULL AS value FROM windows w",
        `LEFT JOIN plan_deliveries d ON d.item = ${text(item)} AND d.day >= w.from_day AND d.day < w.until_day`,
        "GROUP BY w.idx ORDER BY w.idx",
      ].join("\n"),
  },
  sentence: ({ item }, words, window) =>
    say({ da: `Er »${item}« leveret`, en: `Has "${item}" been delivered` }, words.window(window), {
      da: "(1 = ja, 0 = nej)",
      en: "(1 = yes, 0 = no)",
    }),
  judged: () => JUDGED.event,
  details: ({ item }) => ({
    query: (sql) =>
      `SELECT min(d.day)::VARCHAR AS delivered FROM windows w JOIN plan_deliveries d ON d.day >= w.from_day WHERE d.item = ${text(item)} AND d.day < DATE '${isoDay(sql.horizon)}'`,
    read: ({ delivered }) =>
      typeof delivered === "string" ? [{ label: { da: "Leveret", en: "Delivered" }, value: spokenDay(delivered) }] : [],
  }),
});
