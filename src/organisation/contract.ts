import { z } from "zod";
import { bilingual } from "../platform/http/contract.ts";

/** A unit of the jobcentre with its people and cases, its units below it included. */
export const unitRow = z.strictObject({
  id: z.string(),
  name: z.string(),
  kind: z.enum(["kerneomraade", "afsnit", "team"]),
  parent: z.string().nullable(),
  /** How many units it stands below. */
  level: z.int(),
  heads: z.int(),
  /** Full-time equivalents, in thousandths. */
  fullTime: z.int(),
  /** Citizens the unit is responsible for today; null when the reader may not see them counted. */
  cases: z.int().nullable(),
  /** Those of them that no caseworker has yet. */
  unassigned: z.int().nullable(),
  /** The target groups the unit itself answers for. */
  groups: z.array(bilingual),
});

/** Somebody who works in a unit, with their caseload. */
export const memberRow = z.strictObject({
  person: z.string(),
  unit: z.string(),
  name: z.string().nullable(),
  share: z.int(),
  role: bilingual.nullable(),
  cases: z.int().nullable(),
  /** Has cases here, but does not work here today. */
  left: z.boolean(),
});

/** The jobcentre as it stands today. */
export const organisationAnswer = z.strictObject({
  units: z.array(unitRow),
  staff: z.array(memberRow),
  /** The units whose cases the reader may hand over. */
  assignable: z.array(z.string()),
});

/** The periods the flow is shown for: the last whole month or quarter, or the last twelve months. */
export const flowPeriod = z.enum(["month", "quarter", "year"]);

/**
 * Citizens of a unit and those below it through a period: those it had when the period began, who came, who left, and those it had when it ended. A
 * citizen who left and came back, or moved between two of its teams, did neither. Null when the reader may not see them counted.
 */
const unitFlow = z.strictObject({
  unit: z.string(),
  flow: z.strictObject({ atStart: z.int(), came: z.int(), left: z.int(), atEnd: z.int() }).nullable(),
});

/** The flow of citizens through the units in a period, first and last day included. */
export const flowAnswer = z.strictObject({ from: z.iso.date(), to: z.iso.date(), units: z.array(unitFlow) });

const place = z.strictObject({ unit: z.string().max(100), staff: z.string().max(100).nullable() });

/** Cases go from one caseworker, or from a unit's unassigned ones, to another; all of them or those named. */
export const handOver = z.strictObject({
  from: place,
  to: place,
  /** How many cases the reader saw: if others have moved some meanwhile, nothing is moved. */
  expected: z.int().min(1),
  citizens: z.array(z.string().max(100)).max(2000).optional(),
  /** What the receiver should know: it is kept with each citizen, for those who can see the citizen. */
  note: z.string().trim().max(300).default(""),
});

/** How many cases changed hands, and how many of them the note was kept with: none whose data may only be stored. */
export const handedOver = z.strictObject({ moved: z.int(), noted: z.int() });

/** Who has been given which role, and which rules give them. */
export const accessAnswer = z.strictObject({
  people: z.array(
    z.strictObject({
      user: z.string(),
      roles: z.array(z.strictObject({ role: z.string(), units: z.array(z.string()) })),
      lastSeen: z.iso.datetime(),
    }),
  ),
  rules: z.array(z.strictObject({ claim: z.string(), value: z.string(), role: z.string(), units: z.string() })),
});

export type UnitRow = z.infer<typeof unitRow>;
export type MemberRow = z.infer<typeof memberRow>;
export type OrganisationAnswer = z.infer<typeof organisationAnswer>;
export type FlowPeriod = z.infer<typeof flowPeriod>;
export type FlowAnswer = z.infer<typeof flowAnswer>;
export type HandOver = z.infer<typeof handOver>;
export type HandOverAsk = z.input<typeof handOver>;
export type HandedOver = z.infer<typeof handedOver>;
export type AccessAnswer = z.infer<typeof accessAnswer>;
