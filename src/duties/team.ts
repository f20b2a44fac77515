import { z } from "zod";
import { bilingual } from "../platform/http/contract.ts";
import { DAY_FILTERS } from "./rules/day-list.ts";
import { SPANS } from "./rules/span.ts";

const day = z.iso.date();
const unit = z.string().min(1).max(100);

export const teamAsk = z.object({ unit: unit.optional() });
export const timelinessAsk = z.object({
  unit: unit.optional(),
  rule: z.string().max(100).optional(),
  span: z.enum(SPANS).default("year"),
});
export const sharesAsk = timelinessAsk.omit({ rule: true });

/** Minutes of conversations in each of the weeks ahead: what is booked, and what falls due and is not. */
const minutes = z.strictObject({ booked: z.array(z.int()), unbooked: z.array(z.int()) });

/** How many duties each filter of My day leaves. */
const counts = z.record(z.enum(DAY_FILTERS), z.int());

const member = z.strictObject({
  person: z.string(),
  name: z.string().nullable(),
  /** Full-time share in thousandths; null for somebody who does not work there any more. */
  share: z.int().nullable(),
  role: bilingual.nullable(),
  cases: z.int(),
  counts,
  /** Conversations booked in the weeks ahead. */
  meetings: z.int(),
  load: minutes,
  /** Minutes of conversations a week that the share allows; 0 for those whose time is not counted. */
  capacity: z.int(),
});

/** Is anybody forgotten, and who has how much to do? */
export const team = z.strictObject({
  on: day,
  /** The day the duties stand as on; null while they were never computed. */
  computedOn: day.nullable(),
  /** The reader's units, each below the one it belongs to. */
  units: z.array(z.strictObject({ id: z.string(), name: z.string(), level: z.int() })),
  unit: z.string().nullable(),
  aside: z.int(),
  counts,
  /** The assumption behind the loads, in words. */
  assumption: bilingual,
  members: z.array(member),
  /** What is on nobody's list. */
  nobody: z.strictObject({
    cases: z.array(z.strictObject({ unit: z.string(), name: z.string(), cases: z.int() })),
    /** Citizens with something to do whom no unit has either. */
    unplaced: z.int(),
    counts,
    load: minutes,
  }),
  /** The weeks ahead, each of seven days from its first. `fallDue` are duties, those that no conversation meets too. */
  weeks: z.array(
    z.strictObject({
      from: day,
      to: day,
      fallDue: z.int(),
      notBooked: z.int(),
      booked: z.int(),
      unbooked: z.int(),
      capacity: z.int(),
    }),
  ),
});

const told = z.strictObject({
  /** A rule's, unit's or week's id; null is an unknown unit. */
  of: z.string().nullable(),
  /** What it is called; null for a week. */
  label: bilingual.nullable(),
  fellDue: z.int(),
  onTime: z.int(),
  still: z.int(),
  /** Days late: the one in the middle and the longest; null when none was late. */
  median: z.number().nullable(),
  longest: z.int().nullable(),
});

/** Timeliness of the cases in sight in a period, in all and per rule, unit and week, with the delay itself. */
export const teamTimeliness = z.strictObject({
  from: day,
  to: day,
  all: told,
  rules: z.array(told),
  units: z.array(told),
  weeks: z.array(told),
  /** The rules there are to choose between. */
  choices: z.array(z.strictObject({ rule: z.string(), what: bilingual })),
});

/** Somebody who counts in the share of a group. It is nobody's duty alone. */
const counted = z.strictObject({
  citizen: z.string(),
  name: z.string().nullable(),
  isProtected: z.boolean(),
  isRestricted: z.boolean(),
  state: z.enum(["reached", "not_reached", "running"]),
  due: day.nullable(),
  met: day.nullable(),
});

/** How groups stand under the rules that bind a share of them. */
export const teamShares = z.strictObject({
  on: day,
  from: day,
  to: day,
  aside: z.int(),
  /** The first day on which such a rule holds after the day told of; null when one does already, or none is known to come. */
  begins: day.nullable(),
  shares: z.array(
    z.strictObject({
      rule: z.string(),
      what: bilingual,
      says: bilingual,
      /** The percent of the group that must have it. */
      share: z.int(),
      group: z.int(),
      reached: z.int(),
      percent: z.number().nullable(),
      needed: z.int(),
      missing: z.int(),
      running: z.int(),
      /** Who counts: not reached first, then those whose time is running, then those who have it. The first ones of them. */
      people: z.array(counted),
    }),
  ),
});

export type TeamAsk = z.infer<typeof teamAsk>;
export type Team = z.infer<typeof team>;
export type TeamMember = z.infer<typeof member>;
export type TimelinessAsk = z.infer<typeof timelinessAsk>;
export type TeamTimeliness = z.infer<typeof teamTimeliness>;
export type ToldLine = z.infer<typeof told>;
export type SharesAsk = z.infer<typeof sharesAsk>;
export type TeamShares = z.infer<typeof teamShares>;
