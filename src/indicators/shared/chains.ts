import type { SqlContext } from "../measure.ts";

/** SELECT citizen, from_day, until_day, chain_from: every support spell with the first day of the chain it belongs to. */
export function chains(support: string, gapDays: number, sql: SqlContext): string {
  const spells = `SELECT r.citizen, r.from_day, r.until_day FROM benefit_spells r${sql.owners(support, "benefit_spells")} WHERE ${sql.where(support, "benefit_spells", "r.from_day")}`;
  const before = "PARTITION BY citizen ORDER BY from_day, until_day";
  const reached = `SELECT *, max(until_day) OVER (${before} ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS reached FROM (${spells})`;
  const broken = `reached IS NULL OR from_day > reached + ${gapDays}`;
  return `SELECT citizen, from_day, until_day, max(CASE WHEN ${broken} THEN from_day END) OVER (${before} ROWS UNBOUNDED PRECEDING) AS chain_from FROM (${reached})`;
}
