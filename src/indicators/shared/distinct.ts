import type { Occurrence, SqlContext } from "../measure.ts";
import { ownerColumn } from "../sql/context.ts";

/** SELECT idx, numerator: how many different values a key has among the rows of each window. */
export function distinctQuery(of: Occurrence, sql: SqlContext, key: string): string {
  return [
    `WITH counted AS (${sql.occurrences(of)})`,
    `SELECT w.idx, count(DISTINCT o.${key}) AS numerator, NULL AS denominator, NULL AS value`,
    "FROM windows w LEFT JOIN counted o ON o.idx = w.idx GROUP BY w.idx ORDER BY w.idx",
  ].join("\n");
}

/** SELECT idx, key, citizen, company, amount: the different values of a key and how many rows each has. */
export function distinctRows(of: Occurrence, sql: SqlContext, key: string): string {
  return [
    `WITH counted AS (${sql.occurrences(of)})`,
    `SELECT o.idx, o.${key} AS key, ${ownersOf(of.of, sql)}, count(DISTINCT o.id) AS amount`,
    `FROM counted o WHERE o.${key} IS NOT NULL GROUP BY o.idx, o.${key}`,
  ].join("\n");
}

/** The citizen and the company of rows with alias `o`, as aggregates for a grouped select. */
export function ownersOf(of: string, sql: Pick<SqlContext, "fact">): string {
  const owner = (kind: "citizens" | "companies"): string => {
    const column = ownerColumn(sql.fact(of), kind);
    return column === null ? "NULL" : `any_value(o.${column})`;
  };
  return `${owner("citizens")} AS citizen, ${owner("companies")} AS company`;
}

/** The column that names the citizen or company of a fact's rows. Throws when it has none: the plan check refuses such an indicator. */
export function ownerKey(of: string, owner: "citizens" | "companies", sql: Pick<SqlContext, "fact">): string {
  const key = ownerColumn(sql.fact(of), owner);
  if (key === null) throw new Error(`${of} says nothing about ${owner}`);
  return key;
}
