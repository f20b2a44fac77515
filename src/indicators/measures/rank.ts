import { z } from "zod";
import { defineMeasure } from "../measure.ts";
import { ratio } from "../rules/figure.ts";
import { say } from "../shared/phrases.ts";
import { publishedParams, statisticFilter } from "../shared/statistics.ts";

const params = publishedParams.extend({ area: z.string(), best: z.enum(["lowest", "highest"]) });

/**
 * The place of an area among all municipalities in a published statistic (1 = best), by the latest period that ended in the window
 * and holds the area. Municipalities are the areas written with four digits. Denominator: how many were ranked.
 */
export const measure = defineMeasure<z.infer<typeof params>>({
  kind: "rank",
  params,
  unit: () => "rank",
  predicates: () => [],
  compute: {
    as: "leaf",
    covers: () => [],
    missing: ({ statistic, area }) => ({
      da: `Der mangler offentliggjort statistik: ${statistic} for ${area} og de andre kommuner`,
      en: `Published statistics are lacking: ${statistic} for ${area} and the other municipalities`,
    }),
    query: (given) =>
      [
        "WITH own AS (SELECT w.idx, max(p.day) AS day, arg_max(p.value, p.day) AS value FROM windows w",
        `JOIN published_statistics p ON ${statisticFilter(given, given.area)} AND p.day >= w.from_day AND p.day < w.until_day GROUP BY w.idx)`,
        `SELECT o.idx, 1 + count(CASE WHEN p.value ${given.best === "lowest" ? "<" : ">"} o.value THEN 1 END) AS numerator,`,
        "count(*) AS denominator, NULL AS value FROM own o",
        `JOIN published_statistics p ON ${statisticFilter(given, null)} AND p.day = o.day AND regexp_full_match(p.area, '[0-9]{4}')`,
        "GROUP BY o.idx ORDER BY o.idx",
      ].join("\n"),
    figure: (row) => ({ ...ratio(row.numerator, row.denominator), value: row.numerator }),
  },
  sentence: ({ statistic, area, best }, words, window) =>
    say(
      {
        da: `Plads blandt kommunerne for ${area} i »${statistic}« (1 er ${best === "lowest" ? "lavest" : "højest"})`,
        en: `Place of ${area} among the municipalities in "${statistic}" (1 is the ${best})`,
      },
      words.window(window),
    ),
  judged: () => ({ da: "den offentliggjorte periode", en: "the published period" }),
});
