import { dayIn, fault } from "../../courses/rules.ts";
import { addDays, type Day } from "../../platform/kernel/day.ts";
import { covers } from "../../platform/kernel/period.ts";
import type { CaseFile, CourseRecord, Ground, RecordFault, SicknessData } from "../contract.ts";
import { PHRASES } from "./phrases.ts";
import { isFromJob, spellAround } from "./sick-spell.ts";

const WEEK = 7;
type Draft = Pick<CourseRecord, "from" | "until" | "values">;
type Around = { readonly file: CaseFile; readonly on: Day };

/** The categories a case can be assessed to on a day; none when the law of the day has none. */
export function categoriesOn({ visitation }: SicknessData, day: Day): readonly string[] {
  return visitation.find((period) => covers(period, day))?.categories ?? [];
}

/** The grounds of § 27 that can be used on a day. */
export function groundsOn({ grounds }: SicknessData, day: Day): readonly Ground[] {
  return grounds.filter((ground) => covers(ground, day));
}

/** What is noted of a sickness case is noted of a day on which there is one. */
export function judgeSick({ from }: Draft, { file }: Around): readonly RecordFault[] {
  return spellAround(file, from) ? [] : [fault("from", PHRASES.faultNotSick, { day: { day: from } })];
}

/** An assessment has a category in the years the law has them; what is expected is not before it. */
export function judgeAssessment(data: SicknessData, draft: Draft, around: Around): readonly RecordFault[] {
  const { from, values } = draft;
  const expected = dayIn(values.expected_day);
  const needsJob = values.under_26_weeks === true || values.well_in_13_weeks === true;
  const field = values.under_26_weeks === true ? "under_26_weeks" : "well_in_13_weeks";
  return [
    ...judgeSick(draft, around),
    ...(categoriesOn(data, from).length > 0 && values.category === null
      ? [fault("category", PHRASES.faultCategory, { day: { day: from } })]
      : []),
    ...(expected !== null && expected < from
      ? [fault("expected_day", PHRASES.faultEarlier, { day: { day: from } })]
      : []),
    ...(needsJob && !isFromJob(around.file, from) ? [fault(field, PHRASES.faultNoJob)] : []),
  ];
}

/** A request is settled with an outcome and its day, or not yet. A preventive one may come before any sickness. */
export function judgeFastTrack(draft: Draft, around: Around): readonly RecordFault[] {
  const { from, values } = draft;
  const settled = dayIn(values.outcome_day);
  return [
    ...(values.asked_by === "forebyggende" ? [] : judgeSick(draft, around)),
    ...((values.outcome === null) === (settled === null) ? [] : [fault("outcome_day", PHRASES.faultSettled)]),
    ...(settled !== null && settled < from ? [fault("outcome_day", PHRASES.faultEarlier, { day: { day: from } })] : []),
  ];
}

/** A decision has its reasons; an extension has a ground of the day and keeps within a limit that is known to count from it (SDPL § 27). */
export function judgeReassessment(data: SicknessData, draft: Draft, around: Around): readonly RecordFault[] {
  const { values } = draft;
  const isExtended = values.decision === "forlaenget";
  const loose = ["ground", "extended_to"].filter((name) => !isExtended && values[name] !== null);
  return [
    ...judgeSick(draft, around),
    ...(isExtended && values.ground === null ? [fault("ground", PHRASES.faultGround)] : []),
    ...loose.map((name) => fault(name, PHRASES.faultNotExtended)),
    ...(isExtended ? judgeExtension(data, draft) : []),
    ...(typeof values.reason === "string" && values.reason.trim() !== "" ? [] : [fault("reason", PHRASES.faultReason)]),
  ];
}

function judgeExtension({ grounds }: SicknessData, { from, values }: Draft): readonly RecordFault[] {
  const to = dayIn(values.extended_to);
  if (to === null) return [];
  if (to < from) return [fault("extended_to", PHRASES.faultEarlier, { day: { day: from } })];
  const ground = grounds.find(({ code }) => code === values.ground);
  if (!ground?.fromReassessment || ground.weeks === null) return [];
  const last = addDays(from, ground.weeks * WEEK);
  return to > last
    ? [fault("extended_to", PHRASES.faultLimit, { weeks: { number: ground.weeks }, day: { day: last } })]
    : [];
}

/** Somebody who has partially returned works some hours. */
export function judgePartial(draft: Draft, around: Around): readonly RecordFault[] {
  const { hours } = draft.values;
  return [
    ...judgeSick(draft, around),
    ...(typeof hours === "number" && hours > 0 ? [] : [fault("hours", PHRASES.faultHours)]),
  ];
}
