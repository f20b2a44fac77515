import { z } from "zod";
import { defineMeasure } from "../measure.ts";
import { ratio } from "../rules/figure.ts";
import { cohortParam, followUpPredicates, followUpQuery, followUpRows, outcomeParam } from "../shared/follow-up.ts";
import { followUpInWords } from "../shared/follow-up-words.ts";
import { JUDGED } from "../shared/phrases.ts";

/**
 * The percentage of spells begun or ended in the window that were followed by something within n weeks: an early effort, a job kept,
 * a return. Spells whose weeks have not passed yet count neither above nor below the line.
 */
export const measure = defineMeasure({
  kind: "followed",
  params: z.strictObject({ cohort: cohortParam, outcome: outcomeParam, within_weeks: z.int().min(1).max(260) }),
  unit: () => "percent",
  predicates: (params) => followUpPredicates(params),
  compute: {
    as: "leaf",
    rowsOf: "rows",
    covers: ({ cohort }) => [cohort.of],
    present: ({ outcome }) => [outcome.of],
    query: followUpQuery,
    rows: followUpRows,
    figure: (row) => ratio(row.numerator, row.denominator, 100),
  },
  sentence: followUpInWords,
  judged: ({ cohort }) => JUDGED[cohort.counted],
});
