import { sql } from "kysely";
import { identifier, type Tx } from "../../platform/db/public.ts";
import type { Fact } from "../../platform/kernel/fact.ts";
import { comparedOf, contentOf, stageOf, tableOf } from "./staging.ts";

/** Has this municipality any row of the fact? */
export async function hasRecords(tx: Tx, fact: Fact): Promise<boolean> {
  const text = `select exists (select from ${tableOf(fact)} where municipality = platform.municipality()) as found`;
  return (await sql.raw<{ found: boolean }>(text).execute(tx)).rows[0]?.found ?? false;
}

/**
 * Drops staged rows that say what the records say already; gives how many. A row without known days is compared with what is
 * believed now, a row with them with the belief from that day.
 */
export async function dropUnchanged(tx: Tx, fact: Fact): Promise<number> {
  const same = comparedOf(fact).map((name) => `r.${name} is not distinct from s.${name}`);
  const answer = await sql
    .raw(
      `delete from ${identifier(stageOf(fact))} s using ${tableOf(fact)} r
       where r.municipality = platform.municipality() and r.id = s.id and r.known_from < r.known_until
         and ${["true", ...same].join(" and ")}
         and case when s.explicit then r.known_from = s.known_from and r.known_until = s.known_until
             else r.known_until = date '9999-12-31' end`,
    )
    .execute(tx);
  return Number(answer.numAffectedRows ?? 0);
}

/** How many staged rows have an id the records know: they correct something. */
export async function countCorrections(tx: Tx, fact: Fact): Promise<number> {
  const text = `select count(*)::integer as rows from ${identifier(stageOf(fact))} s
    where exists (select from ${tableOf(fact)} r where r.municipality = platform.municipality() and r.id = s.id)`;
  return (await sql.raw<{ rows: number }>(text).execute(tx)).rows[0]?.rows ?? 0;
}

/** Ends beliefs on the day the staged rows replace them. */
export async function endBeliefs(tx: Tx, fact: Fact): Promise<void> {
  const table = tableOf(fact);
  await sql
    .raw(
      `update ${table} r
       set known_until = greatest(r.known_from, replaced.until), changed_by = pg_current_xact_id()
       from (
         select old.id, old.known_from, min(s.known_from) as until
         from ${table} old join ${identifier(stageOf(fact))} s
           on s.id = old.id and old.known_from < s.known_until and s.known_from < old.known_until
         where old.municipality = platform.municipality() and old.known_from < old.known_until
         group by old.id, old.known_from
       ) as replaced
       where r.municipality = platform.municipality() and r.id = replaced.id and r.known_from = replaced.known_from
         and r.known_from < r.known_until`,
    )
    .execute(tx);
}

/** Stores the staged rows; gives how many. */
export async function storeStaged(tx: Tx, fact: Fact): Promise<number> {
  const columns = ["id", ...contentOf(fact), "known_from", "known_until"].join(", ");
  const answer = await sql
    .raw(
      `insert into ${tableOf(fact)} (municipality, ${columns})
       select platform.municipality(), ${columns} from ${identifier(stageOf(fact))}`,
    )
    .execute(tx);
  return Number(answer.numAffectedRows ?? 0);
}
