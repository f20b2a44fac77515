import { dayIn, fault } from "../../courses/rules.ts";
import { ageOn, type Day } from "../../platform/kernel/day.ts";
import type { CaseFile, CourseRecord, RecordFault, RecordValue, YouthData } from "../contract.ts";
import { PHRASES } from "./phrases.ts";
import { isSupported } from "./young-spell.ts";

type Draft = Pick<CourseRecord, "from" | "until" | "values">;
type Around = { readonly file: CaseFile; readonly on: Day };

/** Guidance given instead of an order. */
export const GUIDANCE = "vejledning";
/** How long before the benefit an application still belongs to the case. */
export const APPLIED_BEFORE = 365;

/** The fault, where it is one. */
const faultIf = (is: boolean, found: RecordFault): readonly RecordFault[] => (is ? [found] : []);

const isEmpty = (value: RecordValue | undefined): boolean =>
  value === undefined || value === null || (typeof value === "string" && value.trim() === "");

/** Is a record an order, and not guidance instead of one? */
export function isOrder({ values }: Pick<CourseRecord, "values">): boolean {
  return values.demand !== GUIDANCE;
}

/** Is a record an order that has no outcome on a day? One that is settled later is still open. */
export function isOpenOrder(record: Pick<CourseRecord, "values">, on: Day): boolean {
  const settled = dayIn(record.values.outcome_day);
  return isOrder(record) && (isEmpty(record.values.outcome) || (settled !== null && settled > on));
}

/** What is noted of a young person is noted of a day on which they are on a benefit of the group. */
export function judgeYoung(data: YouthData, { from }: Draft, { file }: Around): readonly RecordFault[] {
  return faultIf(
    !isSupported(data, file, { day: from, earlier: 0 }),
    fault("from", PHRASES.faultNoCase, { day: { day: from } }),
  );
}

/** An order has a deadline and is for those below the age; guidance has what rules an order out. An outcome has its day. */
export function judgeOrder(data: YouthData, draft: Draft, around: Around): readonly RecordFault[] {
  const found = isOrder(draft) ? judgeDemand(data, draft, around) : judgeGuidance(draft);
  return [...judgeYoung(data, draft, around), ...found];
}

/** Empty fields of guidance that belong to an order. */
const OF_ORDER = ["deadline", "outcome", "outcome_day"];

function judgeGuidance({ values }: Draft): readonly RecordFault[] {
  return [
    ...faultIf(isEmpty(values.ruled_out_by), fault("ruled_out_by", PHRASES.faultRuledOut)),
    ...faultIf(values.ruled_out_by === "andet" && isEmpty(values.reason), fault("reason", PHRASES.faultReason)),
    ...OF_ORDER.filter((name) => !isEmpty(values[name])).map((name) => fault(name, PHRASES.faultOfOrder)),
  ];
}

function judgeDemand({ order }: YouthData, { from, values }: Draft, { file, on }: Around): readonly RecordFault[] {
  const deadline = dayIn(values.deadline);
  const settled = dayIn(values.outcome_day);
  const { born, records } = file;
  const running = (records.education_orders ?? []).find(
    (other) => isOpenOrder(other, on) && other.values.demand === values.demand,
  );
  return [
    ...faultIf(!isEmpty(values.ruled_out_by), fault("ruled_out_by", PHRASES.faultNotGuidance)),
    ...faultIf(
      born !== null && ageOn(born, from) >= order.belowAge,
      fault("demand", PHRASES.faultTooOld, {
        age: { number: order.belowAge },
        day: { day: from },
      }),
    ),
    ...(running && isEmpty(values.outcome)
      ? [fault("demand", PHRASES.faultRunning, { day: { day: running.from } })]
      : []),
    ...(deadline === null
      ? [fault("deadline", PHRASES.faultDeadline)]
      : faultIf(deadline < from, fault("deadline", PHRASES.faultEarlier, { day: { day: from } }))),
    ...faultIf(isEmpty(values.outcome) !== (settled === null), fault("outcome_day", PHRASES.faultSettled)),
    ...faultIf(settled !== null && settled < from, fault("outcome_day", PHRASES.faultEarlier, { day: { day: from } })),
  ];
}

/** An application may come before the benefit; only who is admitted begins, and not before they applied. */
export function judgeApplication(data: YouthData, { from, values }: Draft, { file }: Around): readonly RecordFault[] {
  const begins = dayIn(values.begins);
  return [
    ...faultIf(
      !isSupported(data, file, { day: from, earlier: APPLIED_BEFORE }),
      fault("from", PHRASES.faultNoCase, { day: { day: from } }),
    ),
    ...faultIf(begins !== null && values.answer !== "optaget", fault("begins", PHRASES.faultNotAdmitted)),
    ...faultIf(begins !== null && begins < from, fault("begins", PHRASES.faultEarlier, { day: { day: from } })),
  ];
}
