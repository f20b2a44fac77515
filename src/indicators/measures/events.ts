import { defineMeasure } from "../measure.ts";
import { distinctQuery, distinctRows } from "../shared/distinct.ts";
import { occurrenceParams } from "../shared/params.ts";
import { JUDGED, lower, rowsInWords, say, whereInWords } from "../shared/phrases.ts";

/** Rows in the window: events that happened, or spells that ran, began, ended or stood in it. Each row counts once. */
export const measure = defineMeasure({
  kind: "events",
  params: occurrenceParams,
  unit: () => "events",
  predicates: ({ of, where }) => [{ path: ["where"], source: where, subject: of }],
  compute: {
    as: "leaf",
    rowsOf: "rows",
    covers: ({ of }) => [of],
    query: (params, sql) => distinctQuery(params, sql, "id"),
    rows: (params, sql) => distinctRows(params, sql, "id"),
  },
  sentence: (params, words, window) =>
    say(
      { da: "Antal", en: "Number of" },
      lower(rowsInWords(params, words)),
      words.window(window),
      whereInWords(params, words),
    ),
  judged: ({ counted }) => JUDGED[counted],
});
