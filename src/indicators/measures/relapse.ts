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
  /** The spells that count as a return; the same kind of spell when absent. Judged on the new spell's first day. */
  again: whereParam,
  within_weeks: z.int().min(1).max(260),
});

/**
 * Relapse (tilbagefald): the percentage of ended benefit spells after which a new one began within n weeks. There is no published
 * definition (law-and-data 3.1), so this is the product's own; a spell that begins the very next day counts.
 */
export const measure = defineMeasure<z.infer<typeof params>>({
  kind: "relapse",
  params,
  unit: () => "percent",
  predicates: ({ where, again }) => [
    { path: ["where"], source: where, subject: "benefit_spells" },
    { path: ["again"], source: again, subject: "benefit_spells" },
  ],
  compute: {
    as: "leaf",
    rowsOf: "rows",
    covers: () => ["benefit_spells"],
    query: (given, sql) => followUpQuery(asFollowUp(given), sql),
    rows: (given, sql, part) => followUpRows(asFollowUp(given), sql, part),
    figure: (row) => ratio(row.numerator, row.denominator, 100),
  },
  sentence: (given, words, window) => followUpInWords(asFollowUp(given), words, window),
  judged: () => JUDGED.ended,
});

function asFollowUp({ where, again, within_weeks }: z.infer<typeof params>): FollowUp {
  return {
    cohort: { of: "benefit_spells", where, counted: "ended" },
    outcome: { of: "benefit_spells", where: again ?? where, how: "begins" },
    within_weeks,
  };
}
