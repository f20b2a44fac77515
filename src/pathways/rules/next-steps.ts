import { addDays, type Day, day } from "../../platform/kernel/day.ts";
import type { Step } from "../contract.ts";

/** A step that falls due within so many days, today included, is due soon. */
export const SOON_DAYS = 14;

/** How a step stands on a day: late the day after its last (ASK-24). */
export type Standing = "late" | "soon" | "open" | "done" | "dropped";

/** How a step stands. Example: due 2021-06-29, planned, on 2021-06-30 is late. */
export function standingOf({ state, due }: Pick<Step, "state" | "due">, on: Day): Standing {
  if (state === "done" || state === "dropped") return state;
  if (due === null) return "open";
  if (day(due) < on) return "late";
  return day(due) < addDays(on, SOON_DAYS) ? "soon" : "open";
}

/** The step that comes next: open and not late, the one that falls due first, those without a last day after them. */
export function nextStep<S extends Pick<Step, "state" | "due">>(steps: readonly S[], on: Day): S | null {
  const open = steps.filter((step) => ["soon", "open"].includes(standingOf(step, on)));
  return open.toSorted((a, b) => ((a.due ?? "9999") < (b.due ?? "9999") ? -1 : 1))[0] ?? null;
}
