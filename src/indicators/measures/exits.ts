import { z } from "zod";
import { defineMeasure } from "../measure.ts";
import { ratio } from "../rules/figure.ts";
import { type FollowUp, followUpQuery, followUpRows } from "../shared/follow-up.ts";
import { followUpInWords } from "../shared/follow-up-words.ts";
import { whereParam } from "../shared/params.ts";
import { JUDGED } from "../shared/phrases.ts";

const params = z.strictObject({
  /** Benefit spells that ended; judged on their last day. */
  where: whereParam,
  /** The state they went to. */
  to: z.strictObject({ of: z.string().default("employments"), where: whereParam }),
  within_weeks: z.int().min(1).max(260),
});

/** Exits: the percentage of ended benefit spells after which the citizen was in a given state within n weeks (a job, an education). */
export const measure = defineMeasure<z.infer<typeof params>>({
  kind: "exits",
  params,
  unit: () => "percent",
  predicates: ({ where, to }) => [
    { path: ["where"], source: where, subject: "benefit_spells" },
    { path: ["to", "where"], source: to.where, subject: to.of },
  ],
  compute: {
    as: "leaf",
    rowsOf: "rows",
    covers: () => ["benefit_spells"],
    present: ({ to }) => [to.of],
    query: (given, sql) => followUpQuery(asFollowUp(given), sql),
    rows: (given, sql, part) => followUpRows(asFollowUp(given), sql, part),
    figure: (row) => ratio(row.numerator, row.denominator, 100),
  },
  sentence: (given, words, window) => followUpInWords(asFollowUp(given), words, window),
  judged: () => JUDGED.ended,
});

function asFollowUp({ where, to, within_weeks }: z.infer<typeof params>): FollowUp {
  return {
    cohort: { of: "benefit_spells", where, counted: "ended" },
    outcome: { of: to.of, where: to.where, how: "runs" },
    within_weeks,
  };
}
