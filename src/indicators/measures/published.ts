import { z } from "zod";
import { defineMeasure } from "../measure.ts";
import { say } from "../shared/phrases.ts";
import { publishedParams, statisticFilter } from "../shared/statistics.ts";

const params = publishedParams.extend({ area: z.string() });

/** A figure published by others (Jobindsats, Statistics Denmark) for an area: the latest whose period ended in the window. */
export const measure = defineMeasure<z.infer<typeof params>>({
  kind: "published",
  params,
  unit: () => null,
  predicates: () => [],
  compute: {
    as: "leaf",
    covers: () => [],
    missing: ({ statistic, benefit, area }) => ({
      da: `Der mangler offentliggjort statistik: ${statistic}${benefit ? ` (${benefit})` : ""} for ${area}`,
      en: `Published statistics are lacking: ${statistic}${benefit ? ` (${benefit})` : ""} for ${area}`,
    }),
    query: (given) =>
      [
        "SELECT w.idx, NULL AS numerator, NULL AS denominator, arg_max(p.value, p.day) AS value FROM windows w",
        `LEFT JOIN published_statistics p ON ${statisticFilter(given, given.area)} AND p.day >= w.from_day AND p.day < w.until_day`,
        "GROUP BY w.idx ORDER BY w.idx",
      ].join("\n"),
  },
  sentence: ({ statistic, area, benefit }, words, window) =>
    say(
      {
        da: `Offentliggjort tal »${statistic}«${benefit ? ` for ${benefit}` : ""} for ${area}`,
        en: `Published figure "${statistic}"${benefit ? ` for ${benefit}` : ""} for ${area}`,
      },
      words.window(window),
    ),
  judged: () => ({ da: "den offentliggjorte periode", en: "the published period" }),
});
