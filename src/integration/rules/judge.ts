import { dayIn, fault } from "../../courses/rules.ts";
import { type Day, FOREVER } from "../../platform/kernel/day.ts";
import type { CaseFile, CourseRecord, IntegrationData, RecordFault } from "../contract.ts";
import { guidanceOn } from "./guidance.ts";
import { PHRASES } from "./phrases.ts";
import { isInProgramme } from "./programme.ts";

type Draft = Pick<CourseRecord, "from" | "until" | "values">;
type Around = { readonly file: CaseFile; readonly on: Day };

const EVER = -1_000_000 as Day;

/** What is noted of somebody in the programme is noted of a day on which they are in it. */
export function judgeInProgramme(data: IntegrationData, { from }: Draft, { file }: Around): readonly RecordFault[] {
  return isInProgramme(data, file, from) ? [] : [fault("from", PHRASES.faultNotInProgramme, { day: { day: from } })];
}

/** Somebody has come before their status ends. */
export function judgeStatus({ until, values }: Draft): readonly RecordFault[] {
  const arrived = dayIn(values.arrived);
  return arrived !== null && arrived >= until ? [fault("arrived", PHRASES.faultArrived)] : [];
}

/** Teaching has hours; with its final test passed it is over. */
export function judgeDanish({ until, values }: Draft): readonly RecordFault[] {
  return [
    ...(values.hours === 0 ? [fault("hours", PHRASES.faultHours)] : []),
    ...(values.test_passed === true && until === FOREVER ? [fault("to", PHRASES.faultPassed)] : []),
  ];
}

/** A decision that rests on guidance comes after guidance that was given. */
export function judgeDecision(
  data: IntegrationData,
  { from, values }: Draft,
  { file }: Around,
): readonly RecordFault[] {
  if (values.after_guidance !== true) return [];
  const { lastGuided } = guidanceOn(data, file, { start: EVER, on: from });
  return lastGuided === null ? [fault("after_guidance", PHRASES.faultNotGuided, { day: { day: from } })] : [];
}

/** Is a contract one that counts: signed by the citizen, or with nothing said of it? */
export function isSigned({ values }: Pick<CourseRecord, "values">): boolean {
  return values.signed_by_citizen !== false;
}
