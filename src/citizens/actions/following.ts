import { addBelief, type BeliefValues, endBeliefs, replaceBelief, type Tx } from "../../platform/db/public.ts";
import { type Day, day, isoDay } from "../../platform/kernel/day.ts";
import { type EntryRow, entriesOf, entryTable } from "../queries/case-entries.ts";
import { besideOthers, FOLLOWS, type Following } from "../rules/following.ts";

/** What follows from all records of a fact about a citizen, and which circumstances exclude each other. */
export type Follows = {
  readonly fact: string;
  /** By the record it follows from. */
  readonly wanted: ReadonlyMap<string, readonly Omit<Following, "id">[]>;
  readonly excludes: readonly string[];
  readonly today: Day;
};

/**
 * Makes the steps and circumstances of a case be what follows from a citizen's records: what is new is added, what is no longer so is taken back, and the
 * records keep what was believed. Hold the case before.
 */
export async function keepFollowing(
  tx: Tx,
  citizen: string,
  { fact, wanted, excludes, today }: Follows,
): Promise<void> {
  const own = `${FOLLOWS}${fact}:`;
  const rows = (await entriesOf(tx, citizen)).filter(({ kind }) => kind !== "target_group");
  const others = rows.filter(({ id }) => !id.startsWith(own)).map(asFollowing);
  const asked = [...wanted].flatMap(([record, entries]) =>
    entries.map((entry) => ({ ...entry, id: `${own}${record}:${entry.code}` })),
  );
  const { entries, ends } = besideOthers(asked, others, excludes);
  const known = isoDay(today);
  for (const row of rows) {
    const end = ends.get(row.id);
    if (end !== undefined) await put(tx, row, { known, values: { until_day: isoDay(end) } });
  }
  const mine = rows.filter(({ id }) => id.startsWith(own));
  const gone = mine.filter(({ id }) => !entries.some((entry) => entry.id === id));
  for (const { kind, id } of gone) await endBeliefs(tx, entryTable(kind), { ids: [id], today: known });
  for (const entry of entries) {
    const row = mine.find(({ id }) => id === entry.id);
    const values = valuesOf(entry);
    if (!row)
      await addBelief(tx, entryTable(entry.kind), { id: entry.id, today: known, values: { citizen, ...values } });
    else if (!isSame(asFollowing(row), entry)) await put(tx, row, { known, values });
  }
}

type Change = { readonly known: string; readonly values: BeliefValues };

async function put(tx: Tx, { kind, id, version }: EntryRow, { known, values }: Change): Promise<void> {
  const done = await replaceBelief(tx, entryTable(kind), { id, version, today: known, values });
  if (!done.ok) throw new Error("an entry of a case that is held was changed by another");
}

function asFollowing({ id, kind, code, from, until }: EntryRow): Following {
  return { id, kind: kind === "step" ? "step" : "circumstance", code, from: day(from), until: day(until) };
}

function isSame(a: Following, b: Following): boolean {
  return a.from === b.from && (a.kind === "step" || a.until === b.until);
}

function valuesOf({ kind, code, from, until }: Following): BeliefValues {
  if (kind === "step") return { step: code, day: isoDay(from) };
  return { circumstance: code, from_day: isoDay(from), until_day: isoDay(until) };
}
