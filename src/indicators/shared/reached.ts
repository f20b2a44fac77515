import { z } from "zod";
import type { PredicateAt, SqlContext } from "../measure.ts";
import { ownerKey } from "./distinct.ts";
import { occurrenceParams, whereParam } from "./params.ts";

/** Which companies are asked about, and the rows any of which counts as having reached a company. */
export const reachedParams = z.strictObject({
  /** Companies in the denominator: those that existed on some day of the window and satisfy this. */
  where: whereParam,
  by: z.array(occurrenceParams).min(1),
});

export type Reached = z.infer<typeof reachedParams>;

/** SELECT idx, numerator, denominator: companies reached, and all companies asked about. A company counts once. */
export function reachedQuery(reached: Reached, sql: SqlContext): string {
  return [
    relations(reached, sql),
    "SELECT w.idx, count(m.company) AS numerator, count(b.id) AS denominator, NULL AS value",
    "FROM windows w LEFT JOIN base b ON b.idx = w.idx LEFT JOIN met m ON m.idx = b.idx AND m.company = b.id",
    "GROUP BY w.idx ORDER BY w.idx",
  ].join("\n");
}

/** SELECT idx, key, citizen, company, amount: the companies reached (amount: number of rows), or all that were asked about. */
export function reachedRows(reached: Reached, sql: SqlContext, part: "value" | "denominator"): string {
  return [
    relations(reached, sql),
    "SELECT b.idx, b.id AS key, NULL AS citizen, b.id AS company, coalesce(sum(m.amount), 0) AS amount",
    "FROM base b LEFT JOIN met m ON m.idx = b.idx AND m.company = b.id",
    `GROUP BY b.idx, b.id${part === "value" ? " HAVING sum(m.amount) > 0" : ""}`,
  ].join("\n");
}

/** The predicates, for the check of the plan. */
export function reachedPredicates({ where, by }: Reached): readonly PredicateAt[] {
  return [
    { path: ["where"], source: where, subject: "companies" },
    ...by.map((rows, i) => ({ path: ["by", String(i), "where"], source: rows.where, subject: rows.of })),
  ];
}

function relations({ where, by }: Reached, sql: SqlContext): string {
  const base = `SELECT DISTINCT o.idx, o.id FROM (${sql.occurrences({ of: "companies", where, counted: "running" })}) o`;
  const met = by.map(
    (rows) =>
      `SELECT o.idx, o.${ownerKey(rows.of, "companies", sql)} AS company, o.id FROM (${sql.occurrences(rows)}) o`,
  );
  const all = met.join("\nUNION ALL\n");
  return [
    `WITH base AS (${base}),`,
    `met AS (SELECT idx, company, count(DISTINCT id) AS amount FROM (${all}) WHERE company IS NOT NULL GROUP BY idx, company)`,
  ].join("\n");
}
