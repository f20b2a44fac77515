import { defineMeasure } from "../measure.ts";
import { ratio } from "../rules/figure.ts";
import { JUDGED, rowsInWords, say, whereInWords } from "../shared/phrases.ts";
import { reachedParams, reachedPredicates, reachedQuery, reachedRows } from "../shared/reached.ts";

/**
 * Company cooperation rate (samarbejdsgrad): of the companies that existed in the window and satisfy a predicate, the percentage with
 * any of the listed kinds of cooperation in it. A company counts once. The published measure takes companies with at least one
 * employee on average (law-and-data 3.1).
 */
export const measure = defineMeasure({
  kind: "cooperation_rate",
  params: reachedParams,
  unit: () => "percent",
  predicates: reachedPredicates,
  compute: {
    as: "leaf",
    countsPeople: false,
    rowsOf: "companies",
    covers: () => ["companies"],
    query: reachedQuery,
    rows: reachedRows,
    figure: (row) => ratio(row.numerator, row.denominator, 100),
  },
  sentence: (params, words, window) =>
    say(
      { da: "Procentdel af virksomheder", en: "Percentage of companies" },
      whereInWords({ of: "companies", where: params.where }, words),
      { da: ", som", en: "that" },
      words.window(window),
      { da: "har samarbejdet med jobcentret om:", en: "cooperated with the jobcentre on:" },
      say(
        ...params.by.flatMap((rows, i) => [
          i > 0 ? { da: "; eller", en: "; or" } : null,
          rowsInWords(rows, words),
          whereInWords(rows, words),
        ]),
      ),
    ),
  judged: () => JUDGED.running,
});
