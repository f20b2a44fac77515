import { z } from "zod";
import { defineMeasure } from "../measure.ts";
import { ratio } from "../rules/figure.ts";
import { whereParam } from "../shared/params.ts";
import { JUDGED, say, whereInWords } from "../shared/phrases.ts";
import { type Reached, reachedPredicates, reachedQuery, reachedRows } from "../shared/reached.ts";

const params = z.strictObject({
  /** Companies in the denominator. */
  where: whereParam,
  /** Which contacts count. */
  contact: whereParam,
});

/** Contacts: of the companies that existed in the window and satisfy a predicate, the percentage the jobcentre was in contact with. */
export const measure = defineMeasure<z.infer<typeof params>>({
  kind: "contacts",
  params,
  unit: () => "percent",
  predicates: (given) =>
    reachedPredicates(asReached(given)).map((at) => (at.subject === "companies" ? at : { ...at, path: ["contact"] })),
  compute: {
    as: "leaf",
    countsPeople: false,
    rowsOf: "companies",
    covers: () => ["companies"],
    present: () => ["company_contacts"],
    query: (given, sql) => reachedQuery(asReached(given), sql),
    rows: (given, sql, part) => reachedRows(asReached(given), sql, part),
    figure: (row) => ratio(row.numerator, row.denominator, 100),
  },
  sentence: (given, words, window) =>
    say(
      { da: "Procentdel af virksomheder", en: "Percentage of companies" },
      whereInWords({ of: "companies", where: given.where }, words),
      { da: ", som jobcentret har været i kontakt med", en: "that the jobcentre was in contact with" },
      words.window(window),
      whereInWords({ of: "company_contacts", where: given.contact }, words),
    ),
  judged: () => JUDGED.event,
});

function asReached({ where, contact }: z.infer<typeof params>): Reached {
  return { where, by: [{ of: "company_contacts", where: contact, counted: "running" }] };
}
