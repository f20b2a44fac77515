import { addDays, type Day } from "../platform/kernel/day.ts";
import type { CompanyBook } from "./company-book.ts";
import type { DemoRow } from "./contract.ts";
import type { Outbox } from "./outbox.ts";
import type { Quota } from "./rules/quota.ts";
import type { Random } from "./rules/random.ts";
import { versionsOf } from "./rules/versions.ts";
import type { TargetRow, Targets } from "./targets.ts";

/** Paid work of a person; `until` is the first day without it, planned. */
export type Job = {
  readonly company: string | null;
  readonly kind: "ordinaert" | "fleksjob";
  readonly from: Day;
  until: Day;
  readonly hours: number | null;
};

/** A case: the team and the caseworker who are responsible for a citizen, from a day. */
export type Case = { readonly team: string; readonly staff: string | null; readonly from: Day };

/** How somebody stands on what progression measures: a level per dimension between the steps of the scale, how fast they move, when they were measured last. */
export type Standing = { readonly levels: Map<string, number>; readonly pace: number; measuredOn: Day };

/** A synthetic person known to the jobcentre. */
export type Person = {
  readonly id: string;
  readonly born: Day;
  readonly bornKnown: boolean;
  readonly sex: "kvinde" | "mand";
  readonly education: string;
  readonly fund: string | null;
  readonly refugee: boolean;
  readonly diligent: boolean;
  area: string;
  areaFrom: Day;
  spell: Spell | null;
  job: Job | null;
  lastUntil: Day;
  offerUntil: Day;
  smallUntil: Day;
  nextCv: Day;
  guided: boolean;
  leavesCountry: boolean;
  /** Before this day somebody is exempt already. */
  exemptUntil: Day;
  /** Has signed an integration contract. */
  contracted: boolean;
  /** Has a status under the Integration Act. */
  hasStatus: boolean;
  /** Who is responsible for them; null while nobody is. */
  case: Case | null;
  /** How they stand on what progression measures; null until they are measured. */
  progress: Standing | null;
  /** Has begun company practice or a wage-subsidised job in 2020 or later. */
  placed: boolean;
};

/** A running benefit spell. `until` is the planned first day without it. */
export type Spell = {
  readonly person: Person;
  row: Row;
  readonly code: string;
  readonly from: Day;
  /** Start of the unbroken chain of spells this one stands in. */
  readonly chainFrom: Day;
  until: Day;
  /** Thousandths of full time. */
  readonly share: number;
  readonly employer: string | null;
  readonly partialFrom: Day | null;
  open: boolean;
  at: number;
  leaving: boolean;
  talkOn: Day;
  /** Days of the talks that were held. */
  readonly held: Day[];
  /** Last day of a talk, or one before which none is needed. */
  metOn: Day;
  /** The last part of the time on benefit in which the unemployment fund took part in a talk. */
  jointIn: number;
};

/** A line of full-time persons with those who stand in it now. Stock, curve and debt are in thousandths of a person. */
export type Row = {
  readonly spec: TargetRow;
  readonly name: string;
  readonly curve: Float64Array;
  readonly active: Spell[];
  readonly byCode: Map<string, number>;
  stock: number;
  debt: number;
};

export type Frame = {
  readonly municipality: string;
  readonly prefix: string;
  readonly size: number;
  /** Durations are divided by it: more and shorter spells for the same stock. */
  readonly churn: number;
  readonly first: Day;
  /** First day after the data. */
  readonly until: Day;
  /** From when conversations, offers and the like are recorded. */
  readonly activityFrom: Day;
};

/** Separate streams, so that a change in one part of the demo does not move the others. */
export type Streams = Readonly<
  Record<
    | "people"
    | "benefits"
    | "work"
    | "talks"
    | "offers"
    | "companies"
    | "office"
    | "messy"
    | "staff"
    | "identity"
    | "cases"
    | "courses"
    | "resources"
    | "young"
    | "newcomers"
    | "progression"
    | "screening",
    Random
  >
>;

/** Exact shares that run through the whole simulation. */
export type Quotas = Readonly<Record<"keepsJob" | "diligent" | "sex", Quota>>;

/** Everything the simulation changes while days go by. */
export type World = {
  readonly frame: Frame;
  readonly targets: Targets;
  readonly streams: Streams;
  readonly quotas: Quotas;
  readonly rows: ReadonlyMap<string, Row>;
  readonly ends: (Spell[] | undefined)[];
  readonly starts: (Arrival[] | undefined)[];
  readonly idle: Person[];
  readonly out: Outbox;
  readonly companies: CompanyBook;
  readonly vang: { support: number; other: number };
  /** Called when a spell opens, to plan its first talk. */
  readonly opened: Spell[];
  /** Replacement numbers given so far. */
  readonly numbers: Set<string>;
  people: number;
  /** Running sickness spells with a partial return. */
  returning: number;
};

/** A person who enters a row later because there is a gap in the record. */
export type Arrival = { readonly person: Person; readonly row: Row };

/** The row of a name. Throws when the targets have no such row. */
export function rowOf(world: World, name: string): Row {
  const row = world.rows.get(name);
  if (!row) throw new Error(`The demo has no benefit row "${name}"; see targets.yaml`);
  return row;
}

/** The last day of something whose first day after is `until`; null while it still runs when the data end. */
export function lastDayOf(world: World, until: Day): Day | null {
  return until > world.frame.until ? null : addDays(until, -1);
}

type Recorded = { readonly fact: string; readonly row: DemoRow };

/** Records a spell or event with a new id and the days it was known; some records get an earlier, wrong version. What begins after the data end is left out. */
export function record(world: World, fact: string, row: DemoRow): void {
  recordFrom(world, "messy", { fact, row });
}

/** The same, with the days it was known and its errors drawn from another stream. */
export function recordFrom(world: World, stream: keyof Streams, { fact, row }: Recorded): void {
  const since = (row.first_day ?? row.day) as Day;
  if (since >= world.frame.until) return;
  const frame = { since, until: world.frame.until };
  const id = world.out.nextId(fact);
  const plan = world.targets.messy;
  for (const version of versionsOf(world.streams[stream], { id, ...row }, { plan, frame }).rows)
    world.out.put(fact, version);
}

/** The value, or null as often as the targets say that this field is missing. */
export function unlessMissing<T>(world: World, field: string, value: T): T | null {
  return world.streams.messy.chance(world.targets.messy.missing[field] ?? 0) ? null : value;
}
