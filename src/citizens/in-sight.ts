import type { Tx } from "../platform/db/public.ts";
import { ageOn, type Day, day } from "../platform/kernel/day.ts";
import { segmentOf } from "./groupings.ts";
import { type PersonRow, readPeople, readSupport, type SupportRow, type Whom } from "./queries/people.ts";
import { changedSince, sightOf, snapshotNow } from "./queries/sight.ts";
import type { Grouped } from "./rules/grouping.ts";
import { inOrder, type Order, type Person } from "./rules/listed.ts";
import { timeOnSupport } from "./rules/time-on-support.ts";

/** The people a transaction sees. A set is never changed: another takes its place. */
export type InSight = {
  readonly inOrder: (by: Order) => readonly Person[];
  /** What is made of them is made once for each key: many ask the same of the same people. */
  readonly once: <T>(key: string, make: () => T) => T;
};

/** People remembered between questions, each set for those who see the same people. */
export type RememberedPeople = {
  /** Everybody the transaction sees on a day, as they are now. */
  readonly inSight: (tx: Tx, on: Day) => Promise<InSight>;
  /** Says that records of a municipality changed: the next question asks what. */
  readonly changed: (municipality: string) => void;
  /** Says that records of a municipality were deleted, which leaves no trace to ask for. */
  readonly forget: (municipality: string) => void;
};

/** A set of people: as of which snapshot, and when it was last compared with the records. */
type Held = {
  readonly municipality: string;
  /** The database's day it was read on: the fence's scope is drawn by it. */
  readonly today: string;
  readonly read: number;
  byId: ReadonlyMap<string, Person>;
  now: InSight;
  snapshot: string;
  checked: number;
  tookMs: number;
  /** How often it was said that records changed. */
  told: number;
};

/** People held at most, of all sets together: some 200 MB. What was not asked for longest goes first. */
const MOST_PEOPLE = 1_000_000;
/** After so long a set is read anew: what another process deleted for good leaves no trace. */
const LONGEST_MS = 300_000;
/** Changes by other processes are asked for at most so often, and asking never takes more than a quarter of the time. */
const FRESH_MS = 250;
const REST_AFTER_ASKING = 3;
/** When more people than this changed, everybody is read anew. */
const MOST_CHANGED = 2000;

/** Orders and lists kept of one set. */
const MOST_MADE = 30;

/**
 * Remembers the people in sight for the list, its order and its counts: to read them anew for every click takes seconds when many ask at
 * once. A set is read through the fence of those who see it and kept under what the fence itself says that they see; the lines of a page
 * are read anew each time.
 */
export function rememberPeople({ most = MOST_PEOPLE } = {}): RememberedPeople {
  const sets = new Map<string, Held>();
  const reading = new Map<string, Promise<Held>>();
  const readFor = async (key: string, read: () => Promise<Held>): Promise<Held> => {
    const own = read();
    reading.set(key, own);
    try {
      const held = await own;
      if (reading.get(key) === own) sets.set(key, held);
      return held;
    } finally {
      if (reading.get(key) === own) reading.delete(key);
    }
  };
  const inSight = async (tx: Tx, on: Day): Promise<InSight> => {
    const { scope, municipality, today } = await sightOf(tx);
    const key = `${scope} ${on}`;
    for (;;) {
      const held = sets.get(key);
      const isFresh = held?.today === today && moment() - held.read < LONGEST_MS && (await refreshed(tx, on, held));
      if (held && isFresh) {
        lastUsed(sets, key, held);
        return held.now;
      }
      const other = reading.get(key);
      if (!other) {
        const { now } = await readFor(key, () => readAll(tx, on, { municipality, today }));
        makeRoom(sets, most);
        return now;
      }
      // Those who ask while another reads wait for the same set; when that fails, one of them reads.
      await other.catch(() => undefined);
    }
  };
  return {
    inSight,
    changed: (municipality) => {
      for (const held of sets.values()) {
        if (held.municipality !== municipality) continue;
        held.told += 1;
        held.checked = Number.NEGATIVE_INFINITY;
      }
    },
    forget: (municipality) => {
      for (const [key, held] of sets) if (held.municipality === municipality) sets.delete(key);
      reading.clear();
    },
  };
}

/** Moves a set behind those that were used before it. */
function lastUsed(sets: Map<string, Held>, key: string, held: Held): void {
  if (sets.get(key) !== held) return;
  sets.delete(key);
  sets.set(key, held);
}

/** Drops what was not asked for longest until no more people than this are held; the set in use stays, however large. */
function makeRoom(sets: Map<string, Held>, most: number): void {
  let people = [...sets.values()].reduce((sum, { byId }) => sum + byId.size, 0);
  for (const [key, { byId }] of sets) {
    if (people <= most || sets.size === 1) return;
    sets.delete(key);
    people -= byId.size;
  }
}

async function readAll(tx: Tx, on: Day, of: Pick<Held, "municipality" | "today">): Promise<Held> {
  const begun = moment();
  const snapshot = await snapshotNow(tx);
  const people = await readThem(tx, on, null);
  const byId = new Map(people.map((person) => [person.id, person]));
  return { ...of, read: begun, byId, now: madeOf(people), snapshot, checked: begun, tookMs: 0, told: 0 };
}

/** Brings a set up to date when that is due: false when so much changed that it must be read anew. */
async function refreshed(tx: Tx, on: Day, held: Held): Promise<boolean> {
  const begun = moment();
  if (begun - held.checked < Math.max(FRESH_MS, REST_AFTER_ASKING * held.tookMs)) return true;
  const told = held.told;
  const snapshot = await snapshotNow(tx);
  const changed = await changedSince(tx, held.snapshot, MOST_CHANGED + 1);
  if (changed.length > MOST_CHANGED) return false;
  if (changed.length > 0) {
    const read = new Map((await readThem(tx, on, changed)).map((person) => [person.id, person]));
    const gone = new Set(changed.filter((id) => !read.has(id)));
    const byId = new Map([...held.byId, ...read].filter(([id]) => !gone.has(id)));
    held.byId = byId;
    held.now = madeOf([...byId.values()]);
  }
  held.snapshot = snapshot;
  held.tookMs = moment() - begun;
  // Unless it was said meanwhile that records changed.
  if (held.told === told) held.checked = begun;
  return true;
}

function madeOf(people: readonly Person[]): InSight {
  const made = new Map<string, unknown>();
  const once = <T>(key: string, make: () => T): T => {
    if (!made.has(key)) {
      if (made.size >= MOST_MADE) made.clear();
      made.set(key, make());
    }
    return made.get(key) as T;
  };
  return { once, inOrder: (by) => once(`order ${by.sort} ${by.descending}`, () => inOrder(people, by)) };
}

async function readThem(tx: Tx, on: Day, whom: Whom): Promise<readonly Person[]> {
  const rows = await readPeople(tx, on, whom);
  const support = new Map((await readSupport(tx, on, whom)).map((row) => [row.citizen, row]));
  const same = sharer();
  return rows.map((row) => personOf(row, { since: sinceOf(support.get(row.id), on), on, same }));
}

type Made = { readonly since: Day | null; readonly on: Day; readonly same: Sharer };

function personOf(row: PersonRow, { since, on, same }: Made): Person {
  const segment = segmentOf(groupedAs(row, since, on), on);
  return {
    id: row.id,
    nameKey: row.name_key,
    born: row.born === null ? null : day(row.born),
    protected: row.protected,
    benefits: same((row.benefits ?? []).join(" "), row.benefits ?? []),
    targetGroup: row.target_group && same(row.target_group, row.target_group),
    unit: row.unit && same(row.unit, row.unit),
    since,
    segment: segment && same(segment, segment),
  };
}

/** A person as the segments see them: they do not ask for target groups. */
function groupedAs(row: PersonRow, since: Day | null, on: Day): Grouped {
  const benefits = row.benefits ?? [];
  return {
    age: row.born === null ? null : ageOn(day(row.born), on),
    benefits,
    targetGroups: [],
    supportSince: since,
    benefitSince: new Map(benefits.map((benefit, at) => [benefit, (row.benefits_since?.[at] ?? on) as Day])),
  };
}

function sinceOf(support: SupportRow | undefined, on: Day): Day | null {
  if (!support) return null;
  const stretches = support.from.map((from, at) => ({ from: from as Day, until: (support.until[at] ?? from) as Day }));
  return timeOnSupport(stretches, on).since;
}

/** The same value for the same text, so that thousands of people do not each hold a copy of their unit's id. */
type Sharer = <T extends object | string>(text: string, value: T) => T;

function sharer(): Sharer {
  const known = new Map<string, unknown>();
  return <T extends object | string>(text: string, value: T): T => {
    const key = `${typeof value} ${text}`;
    if (!known.has(key)) known.set(key, value);
    return known.get(key) as T;
  };
}

function moment(): number {
  return performance.now();
}
