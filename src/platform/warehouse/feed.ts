import { copyOut, type Database, identifier, inTenant, recordsVersion, type Tx, withoutHurry } from "../db/public.ts";
import { recordsReplaced } from "../db/records-replaced.ts";
import type { Fact } from "../kernel/fact.ts";
import { warehouseColumns } from "./columns.ts";

/** What to read: `since` is the watermark of the reading before, null for everything. */
export type Changes = { readonly municipality: string; readonly facts: readonly Fact[]; readonly since: string | null };

/** How far a reading came: a transaction's number, and whose records it counts in. */
const WATERMARK = /^(\d+)(?: ([\d./]+))?$/;

/**
 * Reads what changed since a watermark, all facts as they were at one moment, as CSV without header in the order of
 * `warehouseColumns` (empty = missing; chunks are cut anywhere). Gives the watermark for the next reading: the oldest transaction still running, so that a slow one's rows
 * are not missed. Rows may therefore come twice: replace by `id` and `known_from`, then add all that came. A belief that was corrected
 * the day it arose comes with `known_from = known_until`. `consume` opens no transaction.
 * Throws `records_replaced` when the watermark is not of these records: another municipality's, or of another database.
 */
export function readChanges(
  db: Database,
  changes: Changes,
  consume: (fact: Fact, chunks: AsyncIterable<Buffer>) => Promise<void>,
): Promise<{ readonly watermark: string }> {
  const { municipality, facts } = changes;
  const reached = changes.since === null ? null : WATERMARK.exec(changes.since);
  if (changes.since !== null && reached === null) throw new Error(`"${changes.since}" is not a watermark`);
  const since = reached?.[1] ?? null;
  const reading = { municipality, isolation: "repeatable read" } as const;
  const read = async (tx: Tx): Promise<{ readonly watermark: string }> => {
    const now = await recordsVersion(tx);
    if (since !== null && (BigInt(since) > BigInt(now.newest) || reached?.[2] !== now.whose)) throw recordsReplaced();
    // What was written later than `since` has a number from there on; when none was given out, there is nothing to read.
    if (since === null || BigInt(since) < BigInt(now.newest)) {
      for (const fact of facts) await consume(fact, copyOut(tx, selectOf(fact, since)));
      return { watermark: `${now.oldest} ${now.whose}` };
    }
    return { watermark: `${since} ${now.whose}` };
  };
  return withoutHurry(() => inTenant(db, reading, read));
}

function selectOf(fact: Fact, since: string | null): string {
  const columns = warehouseColumns(fact)
    .map(({ name }) => identifier(name))
    .join(", ");
  const changed = since === null ? "" : ` and changed_by >= '${since}'::xid8`;
  return `select ${columns} from ${identifier(`${fact.word}.${fact.name}`)} where municipality = platform.municipality()${changed}`;
}
