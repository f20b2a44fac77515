import { sql } from "kysely";
import { identifier, type Tx } from "../../platform/db/public.ts";
import type { Fact } from "../../platform/kernel/fact.ts";
import { stageOf, tableOf } from "./staging.ts";

/** A staged row that breaks a rule with another: the line of the other, 0 when that is in the records. `total` counts all alike. */
export type ClashingRow = { readonly line: number; readonly other: number; readonly total: number };

const LISTED = 100;
const NOW = "known_until = date '9999-12-31'";

async function rowsOf(tx: Tx, text: string): Promise<readonly ClashingRow[]> {
  return (
    await sql
      .raw<ClashingRow>(
        `select line, other, count(*) over ()::integer as total from (${text}) as clashing order by line limit ${LISTED}`,
      )
      .execute(tx)
  ).rows;
}

/** Spells that hold on days another of the same kind (`apart`) holds too, in the file or in the records. */
export async function listOverlaps(tx: Tx, fact: Fact, hasRecords: boolean): Promise<readonly ClashingRow[]> {
  if (!fact.apart || fact.shape !== "spell") return [];
  const stage = identifier(stageOf(fact));
  const columns = fact.apart.map(identifier);
  const whole = columns.map((name) => `s.${name} is not null`).join(" and ");
  const within = `select line, other from (
      select s.line, s.from_day,
        max(s.until_day) over (w rows between unbounded preceding and 1 preceding) as covered_until, lag(s.line) over w as other
      from ${stage} s where ${whole} and s.${NOW}
      window w as (partition by ${columns.map((name) => `s.${name}`).join(", ")} order by s.from_day, s.line)
    ) as rows where from_day < covered_until`;
  const recorded = `select s.line, 0 as other from ${stage} s join ${tableOf(fact)} r
      on ${columns.map((name) => `r.${name} = s.${name}`).join(" and ")} and r.from_day < s.until_day and s.from_day < r.until_day
    where s.${NOW} and r.municipality = platform.municipality() and r.${NOW} and r.id <> s.id
      and not exists (select from ${stage} again where again.id = r.id)
    group by s.line`;
  return await rowsOf(tx, hasRecords ? `${within} union ${recorded}` : within);
}

/** Rows about a citizen from before the citizen was born. */
export async function listBeforeBirth(
  tx: Tx,
  fact: Fact,
  citizens: { readonly fact: Fact; readonly isStaged: boolean },
): Promise<readonly ClashingRow[]> {
  const day = fact.shape === "spell" ? "from_day" : "day";
  if (fact.shape === "entity" || !fact.columns.some(({ name }) => name === "citizen")) return [];
  const stage = identifier(stageOf(fact));
  const people = identifier(stageOf(citizens.fact));
  const staged = `select s.line, 0 as other from ${stage} s join ${people} c on c.id = s.citizen and c.${NOW} where s.${day} < c.born`;
  const recorded = `select s.line, 0 as other from ${stage} s join ${tableOf(citizens.fact)} c on c.id = s.citizen
    where c.municipality = platform.municipality() and c.${NOW} and s.${day} < c.born
      ${citizens.isStaged ? `and not exists (select from ${people} again where again.id = c.id)` : ""}`;
  return await rowsOf(tx, citizens.isStaged ? `${staged} union ${recorded}` : recorded);
}
