import { dayIn, holdsOn, within } from "../../courses/rules.ts";
import { ageOn, type Day } from "../../platform/kernel/day.ts";
import { covers, type Period } from "../../platform/kernel/period.ts";
import type { CaseFile, CourseRecord, Readiness, YouthData } from "../contract.ts";
import { type Activity, activitiesOf, idleSince, nextAfter, runningOn } from "./activity.ts";
import { APPLIED_BEFORE, isOpenOrder } from "./judge.ts";
import { dayOfAge, spellNow } from "./young-spell.ts";

/** The benefit and the studies may begin some days apart. */
const AROUND_START = 31;

/** How a young person's course stands on a day: what its lines and prompts are made of. */
export type Standing = {
  readonly spell: Period;
  readonly isNow: boolean;
  readonly days: number;
  readonly age: number;
  /** The first day on which they are too old for the group. */
  readonly oldOn: Day;
  readonly readiness: Readiness | null;
  readonly assessment: CourseRecord | null;
  readonly running: readonly Activity[];
  /** The first day since which nothing has run; null while something runs. */
  readonly idleSince: Day | null;
  readonly next: Activity | null;
  /** Orders and guidance of this case, the newest first. */
  readonly orders: readonly CourseRecord[];
  /** The orders without an outcome, the earliest deadline first. */
  readonly open: readonly CourseRecord[];
  readonly applications: readonly CourseRecord[];
  /** The newest application that waits for an answer. */
  readonly applied: CourseRecord | null;
  /** An education somebody is admitted to that has not begun, or of which the first day is not known. */
  readonly admitted: { readonly record: CourseRecord; readonly begins: Day | null } | null;
  /** The day studies were to begin that have not, as far as the records know. */
  readonly missedStart: Day | null;
  /** The last day of an education that was broken off lately. */
  readonly brokenOff: Day | null;
  /** Conversations somebody stayed away from lately. */
  readonly absences: number;
  /** What was tried up to the day, each once, in the order it began. */
  readonly tried: readonly Activity[];
  readonly isEducated: boolean;
  readonly lateDuties: number;
};

/** The target group that says how ready somebody is on a day: the first of the list that holds. */
export function readinessOn({ readiness }: YouthData, file: CaseFile, day: Day): Readiness | null {
  return readiness.find(({ code }) => holdsOn(file, code, day)) ?? null;
}

const byDeadline = (a: CourseRecord, b: CourseRecord): number =>
  Number(dayIn(a.values.deadline) ?? Number.POSITIVE_INFINITY) -
    Number(dayIn(b.values.deadline) ?? Number.POSITIVE_INFINITY) || a.from - b.from;

type Applying = Pick<Standing, "applications" | "applied" | "admitted" | "missedStart">;

const isWaiting = ({ values }: CourseRecord): boolean => values.answer === null || values.answer === "venteliste";

/** Does an application belong to a stretch: made in it, of studies that begin in it or after, or still waiting for an answer? */
function belongsTo(record: CourseRecord, spell: Period): boolean {
  const { from, values } = record;
  if (from >= spell.from) return true;
  return isWaiting(record) ? spell.from - from <= APPLIED_BEFORE : (dayIn(values.begins) ?? from) > spell.from;
}

function applyingOf(file: CaseFile, spell: Period, on: Day): Applying {
  const all = (file.records.education_applications ?? []).filter(({ from }) => from <= on);
  const applications = all.filter((record) => belongsTo(record, spell));
  const admissions = applications
    .filter(({ values }) => values.answer === "optaget")
    .map((record) => ({ record, begins: dayIn(record.values.begins) }));
  const past = admissions.find(({ begins }) => begins !== null && begins <= on)?.begins ?? null;
  const hasBegun = past !== null && file.education.some(({ from }) => from >= past - AROUND_START && from <= on);
  return {
    applications,
    applied: applications.find(isWaiting) ?? null,
    admitted: admissions.find(({ begins }) => begins === null || begins > on) ?? null,
    missedStart: hasBegun ? null : past,
  };
}

function triedOf(activities: readonly Activity[], on: Day): readonly Activity[] {
  const begun = activities.filter(({ family, from }) => family !== "work" && from <= on);
  return begun.filter(({ code }, at) => begun.findIndex((other) => other.code === code) === at);
}

function brokenOffOf({ completion }: YouthData, { education }: CaseFile, on: Day): Day | null {
  const ends = education
    .filter(({ outcome, until }) => outcome === "afbrudt" && until <= on && on - until < completion.recentDays)
    .map(({ until }) => until);
  return ends.length === 0 ? null : (Math.max(...ends) as Day);
}

/** How the running course of a young person stands on a day, else the latest that ended within a year; null for somebody who has none. */
export function standingOn(data: YouthData, file: CaseFile, on: Day): Standing | null {
  const spell = spellNow(data, file, on);
  if (!spell || file.born === null) return null;
  const isNow = covers(spell, on);
  const orders = within(file.records.education_orders, spell, on);
  const activities = activitiesOf(data, file);
  const running = runningOn(activities, on);
  return {
    spell,
    isNow,
    days: (isNow ? on : spell.until) - spell.from,
    age: ageOn(file.born, on),
    oldOn: dayOfAge(file.born, data.who.belowAge),
    readiness: readinessOn(data, file, on),
    assessment: within(file.records.youth_assessments, spell, on)[0] ?? null,
    running,
    idleSince: idleSince(activities, spell, on),
    next: nextAfter(activities, on),
    orders,
    open: orders.filter((order) => isOpenOrder(order, on)).toSorted(byDeadline),
    ...applyingOf(file, spell, on),
    brokenOff: running.some(({ family }) => family === "education") ? null : brokenOffOf(data, file, on),
    absences: file.talks.filter(
      ({ status, day }) => status === "udeblevet" && day <= on && on - day < data.absence.days && day >= spell.from,
    ).length,
    tried: triedOf(activities, on),
    isEducated: data.direction.educated.includes(file.timeline.education ?? ""),
    lateDuties: file.ahead.filter(({ area, due }) => data.areas.includes(area) && due < on).length,
  };
}
