import { type Database, inTenant, type Tx } from "../db/public.ts";
import type { KeptSeals } from "./anchor.ts";
import { type Fault, fault, keptFaults } from "./fault.ts";
import {
  countEntries,
  countLinks,
  firstWrongIndex,
  type StoredDay,
  storedDays,
  storedLinks,
  unsealed,
} from "./queries/verifying.ts";
import { finishDays, startWalk, takeLink } from "./walk.ts";

/** A day whose entries were dropped by the rule; its seal still holds. */
export type DroppedDay = Pick<StoredDay, "number" | "day" | "entries" | "looksDropped" | "changesDropped">;

/** What verifying the whole log found. `faults` are the first hundred of `faultCount`, in the order of the chain. */
export type Verification = {
  readonly ok: boolean;
  readonly days: number;
  readonly firstDay: string | null;
  readonly entries: number;
  readonly sealedEntries: number;
  /** Entries not yet sealed, and since when the oldest of them waits. */
  readonly waiting: number;
  readonly waitingSince: string | null;
  /** Has one waited so long that nobody can be sealing? */
  readonly sealerSleeps: boolean;
  readonly dropped: readonly DroppedDay[];
  readonly faults: readonly Fault[];
  readonly faultCount: number;
};

const LISTED = 100;
const TOLD_EVERY = 1_000;
const LONGEST_WAIT_S = 900;

type Given = {
  /** Seals kept elsewhere. */
  readonly kept?: readonly KeptSeals[];
  /** Told now and then how many links have been walked, of how many. */
  readonly seen?: (done: number, total: number) => void;
};

/** Recomputes every hash of a municipality's access log and compares it with what is stored and with seals kept elsewhere. */
export function verifyLog(db: Database, municipality: string, given: Given = {}): Promise<Verification> {
  return inTenant(db, { municipality, isolation: "repeatable read" }, (tx) => verify(tx, municipality, given));
}

async function verify(tx: Tx, municipality: string, { kept = [], seen }: Given): Promise<Verification> {
  const days = await storedDays(tx);
  const total = await countLinks(tx);
  seen?.(0, total);
  const walk = startWalk(municipality, days);
  const hashes = new Map(kept.map(({ head }) => [head?.position, null as string | null]));
  for await (const link of storedLinks(tx)) {
    takeLink(walk, link);
    if (walk.seen % TOLD_EVERY === 0) seen?.(walk.seen, total);
    if (hashes.has(link.position)) hashes.set(link.position, link.hash);
  }
  finishDays(walk, Number.POSITIVE_INFINITY);
  const loose = await unsealed(tx);
  const wrong = await firstWrongIndex(tx);
  const faults = [
    ...walk.faults,
    ...(loose.before === null ? [] : [fault("entry_inserted", { entry: loose.before })]),
    ...(wrong === null ? [] : [fault("index_changed", { entry: wrong })]),
    ...kept.flatMap((seals) =>
      keptFaults(seals, { days, end: walk.position, hashAtHead: hashes.get(seals.head?.position) ?? null }),
    ),
  ];
  return {
    ok: faults.length === 0,
    days: days.length,
    firstDay: days[0]?.day ?? null,
    entries: await countEntries(tx),
    sealedEntries: walk.seen,
    waiting: loose.waiting,
    waitingSince: loose.since,
    sealerSleeps: (loose.seconds ?? 0) > LONGEST_WAIT_S,
    dropped: days.filter(({ looksDropped }) => looksDropped !== null),
    faults: faults.slice(0, LISTED),
    faultCount: faults.length,
  };
}
