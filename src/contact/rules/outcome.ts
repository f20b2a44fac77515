import type { Now, Slot } from "./booking.ts";

/** What became of an appointment. */
export const OUTCOMES = ["held", "missed", "cancelled"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What is decided when somebody who had a duty to come did not (CON-06). */
export const DECISIONS = ["no_consequence", "hearing", "deduction", "no_decision_yet"] as const;
export type Decision = (typeof DECISIONS)[number];

/** What is told of an appointment. */
export type Told = {
  readonly outcome: Outcome;
  readonly reason: string;
  readonly isReasonable: boolean | null;
  readonly decision: Decision | null;
  readonly decidedWhy: string;
};

/** What speaks against an outcome: the field and why. */
export type OutcomeFault = {
  readonly field: "outcome" | "reason" | "isReasonable" | "decision" | "decidedWhy";
  readonly code:
    | "not_yet"
    | "reason_missing"
    | "say_if_reasonable"
    | "decision_missing"
    | "why_missing"
    | "only_when_missed"
    | "reasonable_but_deduction";
};

/** What speaks against telling an outcome: the future has not been held, and a consequence needs its reasons. */
export function outcomeFaults(
  appointment: Slot & { readonly isDuty: boolean },
  told: Told,
  now: Now,
): readonly OutcomeFault[] {
  const { outcome, reason, decision } = told;
  const hasBegun = appointment.day < now.day || (appointment.day === now.day && appointment.starts <= now.minute);
  const isCancelled = outcome === "cancelled";
  return [
    ...when(!isCancelled && !hasBegun, "outcome", "not_yet"),
    ...when(isCancelled && reason.trim() === "", "reason", "reason_missing"),
    ...when(outcome !== "missed" && decision !== null, "decision", "only_when_missed"),
    ...(outcome === "missed" && appointment.isDuty ? absenceFaults(told) : []),
  ];
}

/** What a decision on somebody who did not come lacks (CON-06): a final one says whether the reason was good, and why it is so. */
function absenceFaults({ isReasonable, decision, decidedWhy }: Told): readonly OutcomeFault[] {
  const isFinal = decision === "no_consequence" || decision === "deduction";
  return [
    ...when(decision === null, "decision", "decision_missing"),
    ...when(decision === "deduction" && isReasonable === true, "decision", "reasonable_but_deduction"),
    ...when(isFinal && isReasonable === null, "isReasonable", "say_if_reasonable"),
    ...when(isFinal && decidedWhy.trim() === "", "decidedWhy", "why_missing"),
  ];
}

function when(holds: boolean, field: OutcomeFault["field"], code: OutcomeFault["code"]): readonly OutcomeFault[] {
  return holds ? [{ field, code }] : [];
}
