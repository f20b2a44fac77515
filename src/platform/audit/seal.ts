import { type Database, inTenant, type Tx } from "../db/public.ts";
import { type Day, day, isoDay } from "../kernel/day.ts";
import { BEGINNING, contentHash, daySeal, linkHash } from "./hashes.ts";
import {
  BATCH,
  type ChainEnd,
  chainEnd,
  isFromElsewhere,
  type Link,
  longestWait,
  nextToSeal,
  storeDay,
  storeLinks,
  takeSealersTurn,
  type Waiting,
} from "./queries/sealing.ts";
import { dayOfEntry } from "./rules/day-of-entry.ts";

/** A day's seal, as it can be kept elsewhere. */
export type SealedDay = {
  readonly number: number;
  readonly day: string;
  readonly entries: number;
  readonly seal: string;
};

/** The last link of the chain, as it can be kept elsewhere. */
export type ChainHead = { readonly position: number; readonly hash: string };

/** What a sealing did: how many entries it sealed, which days it closed, and the last link (null while there is none). */
export type Sealing = { readonly sealed: number; readonly days: readonly SealedDay[]; readonly head: ChainHead | null };

type Options = {
  /** Look for entries from before the chain's end too, as after a restore: do it when a process starts. */
  readonly everything?: boolean;
  /** Today's date in Denmark when it is not the records' own. */
  readonly today?: Day;
};

/** The chain while a batch is added to it. `next` is what the next link builds on. */
type Chain = {
  readonly municipality: string;
  readonly links: Link[];
  readonly days: SealedDay[];
  position: number;
  number: number;
  isOpen: boolean;
  day: Day | null;
  firstPosition: number;
  previousSeal: string;
  next: string;
  head: ChainHead | null;
};

/**
 * Seals what the access log has got since the last time, in order, and closes the days that are over. Safe with several processes: they
 * take turns.
 */
export async function sealLog(db: Database, municipality: string, options: Options = {}): Promise<Sealing> {
  let sealed = 0;
  const days: SealedDay[] = [];
  for (;;) {
    const chain = await inTenant(db, { municipality }, (tx) => sealBatch(tx, municipality, options));
    sealed += chain.links.length;
    days.push(...chain.days);
    if (chain.links.length < BATCH) return { sealed, days, head: chain.head };
  }
}

/** How long the oldest entry of a municipality's log has waited to be sealed, in seconds; 0 when none waits. */
export function sealingLag(db: Database, municipality: string): Promise<number> {
  return inTenant(db, { municipality }, longestWait);
}

async function sealBatch(tx: Tx, municipality: string, options: Options): Promise<Chain> {
  await takeSealersTurn(tx, municipality);
  const end = await chainEnd(tx);
  const today = options.today ?? day(end.today);
  const waiting = await nextToSeal(tx, end, options.everything === true || (await isFromElsewhere(tx, end)));
  const chain = chainFrom(municipality, end);
  for (const entry of waiting) await addLink(tx, chain, { entry, today });
  await storeLinks(tx, chain.links);
  const isOver = chain.isOpen && chain.day !== null && today > chain.day;
  if (isOver && waiting.length < BATCH) await closeDay(tx, chain);
  return chain;
}

function chainFrom(municipality: string, end: ChainEnd): Chain {
  const isOpen = end.dayNumber > end.sealedNumber;
  const label = isOpen ? end.day : end.sealedDay;
  const previousSeal = end.seal ?? BEGINNING;
  return {
    municipality,
    links: [],
    days: [],
    position: end.position,
    number: Math.max(end.dayNumber, end.sealedNumber),
    isOpen,
    day: label === null ? null : day(label),
    firstPosition: end.sealedThrough + 1,
    previousSeal,
    next: isOpen && end.hash !== null ? end.hash : previousSeal,
    head: end.hash === null ? null : { position: end.position, hash: end.hash },
  };
}

async function addLink(tx: Tx, chain: Chain, { entry, today }: { entry: Waiting; today: Day }): Promise<void> {
  const place = dayOfEntry(day(entry.day), { last: chain.day, isOpen: chain.isOpen, today });
  if (place.begins) {
    if (chain.isOpen) await closeDay(tx, chain);
    Object.assign(chain, { isOpen: true, number: chain.number + 1, day: place.day, firstPosition: chain.position + 1 });
  }
  const content = contentHash(chain.municipality, entry);
  const hash = linkHash(chain.next, { content, change: entry.change });
  chain.position += 1;
  chain.next = hash;
  chain.head = { position: chain.position, hash };
  chain.links.push({
    position: chain.position,
    dayNumber: chain.number,
    day: isoDay(place.day),
    entry: entry.entry,
    change: entry.change,
    recordedBy: entry.recordedBy,
    content,
    hash,
  });
}

async function closeDay(tx: Tx, chain: Chain): Promise<void> {
  if (chain.day === null || chain.head === null) throw new Error("there is no open day to close");
  const parts = {
    number: chain.number,
    day: isoDay(chain.day),
    entries: chain.position - chain.firstPosition + 1,
    lastHash: chain.head.hash,
    previous: chain.previousSeal,
  };
  const seal = daySeal(chain.municipality, parts);
  await storeDay(tx, { ...parts, seal, firstPosition: chain.firstPosition });
  chain.days.push({ number: parts.number, day: parts.day, entries: parts.entries, seal });
  Object.assign(chain, { isOpen: false, previousSeal: seal, next: seal });
}
