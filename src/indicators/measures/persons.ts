import { defineMeasure } from "../measure.ts";
import { distinctQuery, distinctRows, ownerKey } from "../shared/distinct.ts";
import { occurrenceParams } from "../shared/params.ts";
import { JUDGED, rowsInWords, say, whereInWords } from "../shared/phrases.ts";

/**
 * Different citizens with at least one row in the window: an event, or a spell that ran on some day of it, began, ended or stood on
 * its last day. A citizen counts once per window. Unit: persons, never to be mixed with full-time persons (RES-02).
 */
export const measure = defineMeasure({
  kind: "persons",
  params: occurrenceParams,
  unit: () => "persons",
  predicates: ({ of, where }) => [{ path: ["where"], source: where, subject: of }],
  compute: {
    as: "leaf",
    rowsOf: "citizens",
    covers: ({ of }) => [of],
    query: (params, sql) => distinctQuery(params, sql, ownerKey(params.of, "citizens", sql)),
    rows: (params, sql) => distinctRows(params, sql, ownerKey(params.of, "citizens", sql)),
  },
  sentence: (params, words, window) =>
    say(
      { da: "Antal forskellige borgere med", en: "Number of different citizens with" },
      rowsInWords(params, words),
      words.window(window),
      whereInWords(params, words),
    ),
  judged: ({ counted }) => JUDGED[counted],
});
