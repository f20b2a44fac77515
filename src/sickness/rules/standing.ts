import { dayIn, within } from "../../courses/rules.ts";
import { addDays, type Day } from "../../platform/kernel/day.ts";
import { covers, type Period } from "../../platform/kernel/period.ts";
import type { CaseFile, CourseRecord, Route, SicknessData } from "../contract.ts";
import { isFromJob, spellNow, weeksBetween } from "./sick-spell.ts";

const WEEK = 7;
/** Talks that are follow-up of a sickness case. */
const FOLLOW_UPS = ["opfoelgning_sygedagpenge", "fast_track"];

/** A request for an early talk, with when it was answered: the first follow-up from its day on that was held. */
export type Request = {
  readonly record: CourseRecord;
  readonly answered: Day | null;
  /** Days from the request to the answer. */
  readonly days: number | null;
  /** Neither answered nor settled otherwise. */
  readonly isOpen: boolean;
};

/** How a sickness case stands on a day: what its rules, lines and prompts are made of. */
export type Standing = {
  readonly spell: Period;
  readonly isNow: boolean;
  readonly weeks: number;
  readonly isFromJob: boolean;
  readonly assessment: CourseRecord | null;
  readonly expected: Day | null;
  readonly route: Omit<Route, "weeks"> | null;
  /** The running partial return, and since when its hours have been the same. */
  readonly partial: { readonly hours: number; readonly since: Day } | null;
  readonly requests: readonly Request[];
  readonly reassessment: CourseRecord | null;
  /** The last day of an extension that runs; null without one, or without a last day. */
  readonly extendedTo: Day | null;
  readonly isExtended: boolean;
  /** The day the benefit stops when nothing is decided; null when that is over half a year away. */
  readonly stops: Day | null;
  readonly talks: readonly { readonly kind: string; readonly form: string | null; readonly day: Day }[];
  readonly firstFollowUp: { readonly form: string | null; readonly day: Day } | null;
  readonly end: CourseRecord | null;
  readonly lateDuties: number;
};

/** Where a case goes by how soon work is expected (VIS-05); null while nothing is said of it. */
export function routeFor({ routes }: SicknessData, { from }: Period, expected: Day | null): Omit<Route, "weeks"> {
  const found = expected === null ? undefined : routes.within.find(({ weeks }) => expected - from <= weeks * WEEK);
  return found ?? routes.otherwise;
}

function partialOn(file: CaseFile, on: Day): Standing["partial"] {
  const records = (file.records.partial_returns ?? []).toSorted((a, b) => b.from - a.from);
  const at = records.findIndex((one) => covers(one, on));
  const running = records[at];
  if (!running) return null;
  let since = running.from;
  for (const earlier of records.slice(at + 1)) {
    if (earlier.until !== since || earlier.values.hours !== running.values.hours) break;
    since = earlier.from;
  }
  return { hours: Number(running.values.hours ?? 0), since };
}

function requestOf(record: CourseRecord, talks: Standing["talks"], on: Day): Request {
  const answered =
    talks
      .filter(({ kind, day }) => FOLLOW_UPS.includes(kind) && day >= record.from)
      .map(({ day }) => day)
      .toSorted((a, b) => a - b)[0] ?? null;
  const settled = dayIn(record.values.outcome_day);
  return {
    record,
    answered,
    days: answered === null ? null : answered - record.from,
    isOpen: answered === null && settled === null && record.from <= on,
  };
}

/** What was decided at the reassessment, and how long an extension runs. */
function extensionOf(reassessment: CourseRecord | null, on: Day): Pick<Standing, "extendedTo" | "isExtended"> {
  const extendedTo = dayIn(reassessment?.values.extended_to);
  const isExtended = reassessment?.values.decision === "forlaenget" && (extendedTo === null || extendedTo >= on);
  return { extendedTo, isExtended };
}

/** When the benefit stops, and how many duties are late; nothing of a case that is over. */
function dutiesOf({ reassess }: SicknessData, { ahead }: CaseFile, on: Day): Pick<Standing, "stops" | "lateDuties"> {
  const own = ahead.filter(({ area }) => area === "sickness");
  return {
    stops: own.find(({ rule, due }) => rule === reassess.rule && due >= on)?.due ?? null,
    lateDuties: own.filter(({ due }) => due < on).length,
  };
}

const OVER = { stops: null, lateDuties: 0 };

/** How the running sickness case stands on a day, else the latest that ended within a year; null for somebody who has none. */
export function standingOn(data: SicknessData, file: CaseFile, on: Day): Standing | null {
  const spell = spellNow(file, on);
  if (!spell) return null;
  const { records } = file;
  const isNow = covers(spell, on);
  const talks = file.talks.filter(
    ({ status, day }) => status === "holdt" && day >= spell.from && day <= Math.min(on, spell.until),
  );
  const followUps = talks.filter(({ kind }) => FOLLOW_UPS.includes(kind)).toSorted((a, b) => a.day - b.day);
  const assessment = within(records.sickness_assessments, spell, on)[0] ?? null;
  const expected = dayIn(assessment?.values.expected_day);
  const reassessment = within(records.benefit_reassessments, spell, on)[0] ?? null;
  return {
    spell,
    isNow,
    weeks: weeksBetween(spell.from, isNow ? on : spell.until),
    isFromJob: isFromJob(file, isNow ? on : addDays(spell.until, -1)),
    assessment,
    expected,
    route: assessment && routeFor(data, spell, expected),
    partial: isNow ? partialOn(file, on) : null,
    requests: requestsIn(file, spell, { talks, on }),
    reassessment,
    ...extensionOf(reassessment, on),
    ...(isNow ? dutiesOf(data, file, on) : OVER),
    talks,
    firstFollowUp: followUps[0] ?? null,
    end: (records.sickness_ends ?? []).find(({ from }) => from >= spell.from) ?? null,
  };
}

/** How long before the first sick day a preventive request still belongs to the case. */
const BEFORE_DAYS = 60;

function requestsIn(
  file: CaseFile,
  spell: Period,
  { talks, on }: { readonly talks: Standing["talks"]; readonly on: Day },
): readonly Request[] {
  const begins = { from: addDays(spell.from, -BEFORE_DAYS), until: spell.until };
  return within(file.records.fast_track_requests, begins, on).map((record) => requestOf(record, talks, on));
}
