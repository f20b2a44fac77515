import type { Day } from "../../platform/kernel/day.ts";
import type { Obligation, Status } from "../contract.ts";
import type { Stretch } from "./compile.ts";

/** How many days before its last day an obligation is due soon. The product's own. */
export const SOON_DAYS = 14;

/** The word for how an obligation stands on a day, from what happened to it and the days it rests. */
export function statusOf(
  { met, breached, closed, due }: Pick<Obligation, "met" | "breached" | "closed" | "due">,
  exempt: readonly Stretch[],
  asOf: Day,
): Status {
  if (met !== null) return breached === null ? "met_on_time" : "met_late";
  if (closed !== null) return "lapsed";
  if (breached !== null) return "overdue";
  if (due === null || exempt.some(({ from, until }) => from <= asOf && asOf < until)) return "exempt";
  if (due === asOf) return "due";
  return due - asOf <= SOON_DAYS ? "due_soon" : "open";
}

/** How an obligation stands while there is something to do, now or later. */
export const OPEN: readonly Status[] = ["open", "due_soon", "due", "overdue", "exempt"];

/** Is there still something to do, now or when the exemption ends? */
export function isOpen(status: Status): boolean {
  return OPEN.includes(status);
}
