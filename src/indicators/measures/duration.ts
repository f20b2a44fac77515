import { z } from "zod";
import { defineMeasure } from "../measure.ts";
import { lengthFigure, lengthStatistic, statisticWords, unitWords } from "../shared/lengths.ts";
import { lengthUnitParam, statisticParam, whereParam } from "../shared/params.ts";
import { JUDGED, rowsInWords, say, whereInWords } from "../shared/phrases.ts";

/**
 * How long spells lasted: of those that ended in the window the whole length, of those standing on its last day the length so far.
 * Mean as days divided by spells, median and other quantiles interpolated. Unit: days, weeks, months (30.4375 days) or years.
 */
export const measure = defineMeasure({
  kind: "duration",
  params: z.strictObject({
    of: z.string().default("benefit_spells"),
    where: whereParam,
    spells: z.enum(["ended", "standing"]).default("ended"),
    statistic: statisticParam,
    in: lengthUnitParam,
  }),
  unit: (params) => params.in,
  predicates: ({ of, where }) => [{ path: ["where"], source: where, subject: of }],
  amount: { da: "Dage", en: "Days" },
  compute: {
    as: "leaf",
    rowsOf: "rows",
    covers: ({ of }) => [of],
    query: ({ of, where, spells, statistic }, sql) => {
      const end = spells === "ended" ? "o.until_day" : "o.judged_day + 1";
      const occurrences = sql.occurrences({ of, where, counted: spells });
      return lengthStatistic(`SELECT o.idx, ${end} - o.from_day AS days FROM (${occurrences}) o`, statistic);
    },
    rows: ({ of, where, spells }, sql) => {
      const end = spells === "ended" ? "o.until_day" : "o.judged_day + 1";
      return `SELECT o.idx, o.id AS key, o.citizen, NULL AS company, ${end} - o.from_day AS amount FROM (${sql.occurrences({ of, where, counted: spells })}) o`;
    },
    figure: (row, params) => lengthFigure(row, params.in),
  },
  sentence: (params, words, window) =>
    say(
      statisticWords(params.statistic),
      { da: "varighed i", en: "duration in" },
      unitWords(params.in),
      { da: "af", en: "of" },
      rowsInWords({ of: params.of, counted: params.spells }, words),
      words.window(window),
      whereInWords(params, words),
    ),
  judged: ({ spells }) => JUDGED[spells],
});
