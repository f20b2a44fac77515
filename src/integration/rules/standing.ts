import { addDays, addMonths, ageOn, civilOf, type Day } from "../../platform/kernel/day.ts";
import { covers, type Period } from "../../platform/kernel/period.ts";
import type { CaseFile, CourseRecord, IntegrationData, Right } from "../contract.ts";
import { type Guidance, guidanceOn } from "./guidance.ts";
import { isSigned } from "./judge.ts";
import { type Place, placeOn } from "./ladder.ts";
import { isOnBenefit, recordOn, spellNow, statusSince } from "./programme.ts";

const MONTHS_A_YEAR = 12;

/** Danish teaching that runs: what is noted of it, or that an education of that kind runs. */
export type Danish = {
  readonly record: CourseRecord | null;
  readonly isTaught: boolean;
  readonly isPassed: boolean;
};

/** How a citizen's course under the Integration Act stands on a day: what its lines and prompts are made of. */
export type Standing = {
  readonly spell: Period;
  readonly isNow: boolean;
  readonly status: CourseRecord | null;
  readonly right: Right | null;
  /** From when the programme counts: the status, else the first day in the group. */
  readonly since: Day;
  /** Whole months of the programme. */
  readonly months: number;
  /** Months the programme is planned for, and at most; null where the law of the day has no most. */
  readonly plannedMonths: number;
  readonly mostMonths: number | null;
  /** The day the introduction at work began. */
  readonly introduced: Day | null;
  readonly contract: CourseRecord | null;
  /** The day a contract was signed, by a record or by a step that a file brought. */
  readonly signedOn: Day | null;
  readonly place: Place;
  readonly danish: Danish;
  readonly guidance: Guidance;
  readonly igu: Day | null;
  readonly decision: CourseRecord | null;
  /** Under the age, without an education (INT-11). */
  readonly isYoung: boolean;
  readonly isStudying: boolean;
  readonly isOnBenefit: boolean;
  readonly lateDuties: number;
};

/** Whole months from a day to another, 0 when it is before. */
export function monthsBetween(from: Day, to: Day): number {
  const [a, b] = [civilOf(from), civilOf(to)];
  const months = (b.year - a.year) * MONTHS_A_YEAR + b.month - a.month;
  return Math.max(0, addMonths(from, months) > to ? months - 1 : months);
}

const runs =
  (on: Day) =>
  (one: { readonly from: Day; readonly until: Day }): boolean =>
    covers(one, on);

function danishOn({ danish }: IntegrationData, file: CaseFile, on: Day): Danish {
  const record = recordOn(file.records.danish_teaching, on);
  return {
    record,
    isTaught: record !== null || file.education.some((one) => danish.education.includes(one.kind) && runs(on)(one)),
    isPassed: (file.records.danish_teaching ?? []).some(
      ({ from, values }) => from <= on && values.test_passed === true,
    ),
  };
}

/** Some days before a course still belong to it: what is done on arrival may be noted before the first day. */
const ON_ARRIVAL = 31;
type Days = { readonly start: Day; readonly on: Day };

const isWithin = (day: Day, { start, on }: Days): boolean => addDays(start, -ON_ARRIVAL) <= day && day <= on;

function lastStep({ timeline }: CaseFile, step: string, within: Days): Day | null {
  const days = timeline.events.filter(({ code, day }) => code === step && isWithin(day, within)).map(({ day }) => day);
  return days.length === 0 ? null : (Math.max(...days) as Day);
}

function contractOn(data: IntegrationData, file: CaseFile, within: Days): Pick<Standing, "contract" | "signedOn"> {
  const contract = (file.records.integration_contracts ?? []).find(({ from }) => isWithin(from, within)) ?? null;
  const signed = contract !== null && isSigned(contract) ? contract.from : null;
  return { contract, signedOn: signed ?? lastStep(file, data.contract.step, within) };
}

function lengthOn({ programme }: IntegrationData, on: Day): Pick<Standing, "plannedMonths" | "mostMonths"> {
  return covers(programme, on)
    ? { plannedMonths: programme.plannedMonths, mostMonths: programme.mostMonths }
    : { plannedMonths: programme.earlierMonths, mostMonths: null };
}

function youthOf({ young }: IntegrationData, file: CaseFile, on: Day): Pick<Standing, "isYoung" | "isStudying"> {
  const isBelow = file.born !== null && ageOn(file.born, on) < young.belowAge;
  return {
    isYoung: isBelow && young.without.includes(file.timeline.education ?? ""),
    isStudying: file.education.some((one) => young.education.includes(one.kind) && runs(on)(one)),
  };
}

/** How the running course under the Integration Act stands on a day, else the latest that ended within a year; null for somebody who has none. */
export function standingOn(data: IntegrationData, file: CaseFile, on: Day): Standing | null {
  const spell = spellNow(data, file, on);
  if (!spell) return null;
  const { records } = file;
  const status = recordOn(records.integration_statuses, on);
  const since = statusSince(records.integration_statuses, on) ?? spell.from;
  const within = { start: since, on };
  return {
    spell,
    isNow: runs(on)(spell),
    status,
    right: data.rights.of.find((right) => right.status === status?.values.status) ?? null,
    since,
    months: monthsBetween(since, on),
    ...lengthOn(data, on),
    introduced: lastStep(file, data.introduction.step, within),
    ...contractOn(data, file, within),
    place: placeOn(data, file, within),
    danish: danishOn(data, file, on),
    guidance: guidanceOn(data, file, within),
    igu: file.education.find((one) => data.igu.education.includes(one.kind) && runs(on)(one))?.from ?? null,
    decision: (records.repatriation_decisions ?? []).find(({ from }) => from >= since && from <= on) ?? null,
    ...youthOf(data, file, on),
    isOnBenefit: isOnBenefit(data, file, on),
    lateDuties: file.ahead.filter(({ area, due }) => data.areas.includes(area) && due < on).length,
  };
}
