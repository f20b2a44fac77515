import { z } from "zod";
import { bilingual } from "../platform/http/contract.ts";
import { COUNTED, GROUPINGS } from "./codes.ts";
import { DIRECTIONS } from "./rules/visitation.ts";

const day = z.iso.date();
const code = z.string().min(1).max(60);
const version = z.string().min(1).max(64);
const page = z.coerce.number().int().min(1).max(100_000).default(1);

const dimension = z.strictObject({ code, label: bilingual, question: bilingual, source: z.string() });
const instrument = z.strictObject({
  code,
  version: z.int(),
  label: bilingual,
  about: bilingual,
  source: z.string(),
  assumption: bilingual.nullable(),
  answeredBy: z.enum(["borger", "medarbejder"]),
  scale: z.strictObject({ from: z.int(), to: z.int(), low: bilingual, high: bilingual }),
  dimensions: z.array(dimension),
});

/** A value per dimension; one that is left out is missing, not 0. */
const values = z.record(code, z.int());
export const measureAsk = z.strictObject({ instrument: code, day, values });
export const remeasureAsk = z.strictObject({ version, day, values });
export const unmeasureAsk = z.strictObject({ version });

const curve = z.strictObject({
  instrument: code,
  dimension: code,
  points: z.array(z.strictObject({ day, value: z.int() })),
  sinceFirst: z.int().nullable(),
  sinceLast: z.int().nullable(),
});
const measuring = z.strictObject({
  instrument: code,
  day,
  /** Names what a change saw. */
  version,
  /** The conversation held that day, if any. */
  talk: bilingual.nullable(),
  values,
});
const move = z.strictObject({ day, from: bilingual, to: bilingual, direction: z.enum(DIRECTIONS) });

/** A citizen's progression: curves, measurements, re-visitations, and what can be measured with. */
export const citizenProgression = z.strictObject({
  on: day,
  may: z.strictObject({ write: z.boolean() }),
  /** Is somebody responsible today? Nothing is measured on a closed case. */
  isOpen: z.boolean(),
  /** May the data only be stored, and the reader does not handle that? Then nothing is shown. */
  isAside: z.boolean(),
  instruments: z.array(
    instrument.extend({
      /** Can it be measured with today? */
      isNow: z.boolean(),
      /** Is it made for somebody like the citizen? */
      fits: z.boolean(),
    }),
  ),
  curves: z.array(curve),
  /** The latest first. */
  measurings: z.array(measuring),
  /** The latest first. */
  moves: z.array(move),
  /** The days of talks a measurement may be part of, the latest first. */
  talks: z.array(z.strictObject({ day, label: bilingual })),
  /** How many recorded values do not belong to their instrument: they came from a file and are shown nowhere. */
  strays: z.int(),
  /** Weeks without a measurement although there were talks (CON-20); null when none is missed. `since` is null when never measured. */
  due: z.strictObject({ weeks: z.int(), since: day.nullable() }).nullable(),
  says: z.strictObject({ visitation: bilingual }),
});

const period = { instrument: code.optional(), from: day.optional(), to: day.optional() };
export const changeAsk = z.object({ ...period, by: z.enum(GROUPINGS).default("all") });

const change = z.strictObject({
  dimension: code,
  people: z.int(),
  mean: z.number().nullable(),
  up: z.int(),
  same: z.int(),
  down: z.int(),
});
const group = z.strictObject({
  /** "" is everybody. */
  key: z.string(),
  label: bilingual.nullable(),
  /** Measured at least once in the period, and at least twice on some dimension. */
  measured: z.int(),
  twice: z.int(),
  /** Fewer than five were measured twice: for the jobcentre's own eyes only. */
  isFew: z.boolean(),
  changes: z.array(change),
});

/** How groups changed in a period. */
export const groupChange = z.strictObject({
  on: day,
  from: day,
  to: day,
  by: z.enum(GROUPINGS),
  instrument,
  instruments: z.array(z.strictObject({ code, label: bilingual })),
  aside: z.int(),
  /** Everybody first, then the groups. */
  groups: z.array(group),
  /** Of the days with a talk with somebody who is to be measured, those with a measurement; null percent of none. */
  talks: z.strictObject({
    groups: z.array(bilingual),
    held: z.int(),
    measured: z.int(),
    percent: z.number().nullable(),
  }),
  moves: z.strictObject({ people: z.int(), up: z.int(), down: z.int(), other: z.int() }),
  says: z.strictObject({ visitation: bilingual, source: z.string() }),
});

export const behindAsk = changeAsk.extend({
  counted: z.enum(COUNTED),
  group: z.string().max(100).default(""),
  dimension: code.optional(),
  page,
});

const person = z.strictObject({
  citizen: z.string(),
  /** Null when it is not known or protected. */
  name: z.string().nullable(),
  isProtected: z.boolean(),
  isRestricted: z.boolean(),
  staff: z.string().nullable(),
});

/** The people behind a number, a page of them. */
export const peopleBehind = z.strictObject({
  aside: z.int(),
  total: z.int(),
  page: z.int(),
  pageSize: z.int(),
  /** From which day to which they were measured, and on one dimension the values. */
  people: z.array(
    person.extend({
      firstDay: day,
      lastDay: day,
      first: z.int().nullable(),
      last: z.int().nullable(),
      move: move.nullable(),
    }),
  ),
});

export const dueAsk = z.object({ whose: z.enum(["mine", "unit"]).default("mine"), page });
/** Those who should have been measured in their talks and were not (CON-20): never measured first, then the longest ago. */
export const dueList = z.strictObject({
  on: day,
  weeks: z.int(),
  source: z.string(),
  assumption: bilingual,
  aside: z.int(),
  total: z.int(),
  /** How many are talked with and to be measured: the denominator. */
  inTalk: z.int(),
  page: z.int(),
  pageSize: z.int(),
  people: z.array(
    person.extend({
      measured: day.nullable(),
      weeksSince: z.int().nullable(),
      talk: day,
      /** The next booked talk, where it can be done. */
      booked: day.nullable(),
    }),
  ),
});

export type MeasureAsk = z.infer<typeof measureAsk>;
export type RemeasureAsk = z.infer<typeof remeasureAsk>;
export type CitizenProgression = z.infer<typeof citizenProgression>;
export type InstrumentSaid = z.infer<typeof instrument>;
export type ChangeAsk = z.infer<typeof changeAsk>;
export type GroupChange = z.infer<typeof groupChange>;
export type GroupSaid = z.infer<typeof group>;
export type BehindAsk = z.infer<typeof behindAsk>;
export type PeopleBehind = z.infer<typeof peopleBehind>;
export type DueAsk = z.infer<typeof dueAsk>;
export type DueList = z.infer<typeof dueList>;
