import type { Day } from "../../platform/kernel/day.ts";
import type { DemoRow } from "../contract.ts";
import type { Random } from "./random.ts";

/** How often records are late, corrected or first written as still running. Shares 0-1. */
export type MessPlan = { readonly late: number; readonly corrected: number; readonly closedLater: number };

/** When a row may have been known: its first day and the first day after the data. */
export type KnownFrame = { readonly since: Day; readonly until: Day };

type Versioned = { readonly rows: readonly DemoRow[] };

function knownFrom(random: Random, plan: MessPlan, frame: KnownFrame): Day {
  const delay = random.chance(plan.late) ? random.between(10, 75) : random.between(0, 3);
  return Math.min(frame.since + delay, frame.until - 1) as Day;
}

/** What was believed before the correction: another last day, or that the spell was still running. */
function believed(random: Random, row: DemoRow, stillRunning: boolean): DemoRow {
  const last = row.last_day;
  const first = row.first_day;
  if (stillRunning || typeof last !== "number" || typeof first !== "number") return { ...row, last_day: null };
  return { ...row, last_day: Math.max(first, last + random.between(-20, 40)) };
}

/**
 * A record with the days it was known. Most have one version; some are late, some were first written as still running and closed
 * when they ended, and some were wrong and corrected. The last version is the truth.
 */
export function versionsOf(
  random: Random,
  row: DemoRow,
  { plan, frame }: { plan: MessPlan; frame: KnownFrame },
): Versioned {
  const from = knownFrom(random, plan, frame);
  const last = row.last_day;
  const only: Versioned = { rows: [{ ...row, known_from: from, known_until: null }] };
  if (typeof last !== "number") return only;
  const closedLater = random.chance(plan.closedLater);
  if (!closedLater && !random.chance(plan.corrected)) return only;
  const corrected = Math.max(from + 1, last + random.between(1, closedLater ? 9 : 60)) as Day;
  if (corrected >= frame.until) return only;
  return {
    rows: [
      { ...believed(random, row, closedLater), known_from: from, known_until: corrected },
      { ...row, known_from: corrected, known_until: null },
    ],
  };
}
