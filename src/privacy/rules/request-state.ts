import { addMonths, type Day } from "../../platform/kernel/day.ts";
import type { RequestKind, StepKind } from "../contract.ts";

/** The part of a step that moves a request. */
export type Move = { readonly kind: StepKind; readonly until: Day | null };

export type RequestState = "open" | "overdue" | "done" | "refused";

/** Why a step cannot be taken. */
export type StepRefusal = "is_done" | "wrong_kind" | "needs_reason" | "needs_date" | "too_long" | "not_decided";

/** An answer is due within a month (GDPR art. 12(3)), and within three when the citizen was told why. */
const MONTHS = 1;
const LONGEST_MONTHS = 3;

/** What ends each kind of request, besides a refusal. */
const ENDS: Readonly<Record<RequestKind, StepKind>> = {
  access: "handed_over",
  rectification: "corrected",
  restriction: "granted",
};

/** Steps that make sense for a kind of request. */
const STEPS: Readonly<Record<RequestKind, readonly StepKind[]>> = {
  access: ["extended", "refused", "handed_over", "note"],
  rectification: ["extended", "granted", "refused", "corrected", "told", "note"],
  restriction: ["extended", "granted", "refused", "told", "note"],
};

/** The day an answer is due. */
export function deadlineOf(received: Day, moves: readonly Move[]): Day {
  const extended = moves.findLast(({ kind, until }) => kind === "extended" && until !== null)?.until;
  return extended ?? addMonths(received, MONTHS);
}

/** Where a request stands on a day. */
export function stateOf(kind: RequestKind, moves: readonly Move[], time: { received: Day; today: Day }): RequestState {
  if (moves.some((move) => move.kind === ENDS[kind])) return "done";
  if (moves.some((move) => move.kind === "refused")) return "refused";
  return time.today > deadlineOf(time.received, moves) ? "overdue" : "open";
}

/** Why the next step cannot be taken; null when it can. Afterwards one can still write notes and whom one told. */
export function whyNot(
  request: { readonly kind: RequestKind; readonly received: Day; readonly moves: readonly Move[] },
  next: Move & { readonly note: string },
): StepRefusal | null {
  const { kind, received, moves } = request;
  if (!STEPS[kind].includes(next.kind)) return "wrong_kind";
  const state = stateOf(kind, moves, { received, today: received });
  if (state !== "open" && !["note", "told"].includes(next.kind)) return "is_done";
  if (next.kind === "corrected" && !moves.some((move) => move.kind === "granted")) return "not_decided";
  if (["extended", "refused", "told", "note"].includes(next.kind) && next.note.trim() === "") return "needs_reason";
  if (next.kind !== "extended") return null;
  if (next.until === null) return "needs_date";
  return next.until > addMonths(received, LONGEST_MONTHS) || next.until <= received ? "too_long" : null;
}
