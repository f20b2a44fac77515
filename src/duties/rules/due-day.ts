import { addDays, type Day } from "../../platform/kernel/day.ts";
import { type CompiledRule, later, type Stretch } from "./compile.ts";
import type { Mark } from "./situations.ts";

/** A clock that has started, and the last day on which it is looked at. */
export type Clock = {
  readonly start: Day;
  /** The last day in time if nothing moves it. */
  readonly nominal: Day;
  /** The first day on which an extending event counts. */
  readonly opens: Day;
  /** Nothing after this day is known or matters. */
  readonly limit: Day;
};

/**
 * The clock stands still while the duty rests: each exempt day from the start to the deadline moves the deadline one day. Null while
 * an exemption that began in time still runs on the last day looked at.
 */
function standingStill({ start, nominal, limit }: Clock, exempt: readonly Stretch[]): Day | null {
  let due = nominal;
  for (const { from, until } of exempt) {
    const first = Math.max(from, start);
    if (first >= until) continue;
    if (first > due || first > limit) break;
    if (until > limit) return null;
    due = addDays(due, until - first);
  }
  return due;
}

/** Did the event that extends a deadline happen in time, as far as is known? */
function extendedBy({ clock, rule, events }: Moving, due: Day): boolean {
  const on = rule.extension?.on ?? 0;
  const last = Math.min(due, clock.limit);
  return events.some(({ day, bit }) => (bit & on) !== 0 && clock.opens <= day && day <= last);
}

/** The deadline stays unless it falls on an exempt day; then it moves to a time after the exemption's last day. */
function moved(moving: Moving): Day | null {
  const { clock, rule, exempt } = moving;
  let due = clock.nominal;
  let extension = rule.extension;
  for (;;) {
    const before: Day = due;
    if (extension !== null && extendedBy(moving, before)) {
      due = later(before, extension.by);
      extension = null;
      continue;
    }
    const resting = exempt.find(({ from, until }) => from <= before && before < until);
    if (resting === undefined || before > clock.limit) return before;
    if (resting.until > clock.limit) return null;
    due = rule.afterExemption === null ? resting.until : later(addDays(resting.until, -1), rule.afterExemption);
  }
}

type Moving = {
  readonly clock: Clock;
  readonly rule: CompiledRule;
  readonly exempt: readonly Stretch[];
  readonly events: readonly Mark[];
};

/**
 * The last day in time, as far as is known by `limit`; null while an exemption holds the clock. Where a row says when an offer is due
 * after an exemption (LAB § 102(4)) it decides; elsewhere the clock stands still, so that a duty that rested is owed again after.
 */
export function dueDay(moving: Moving): Day | null {
  return moving.rule.afterExemption === null && moving.rule.extension === null
    ? standingStill(moving.clock, moving.exempt)
    : moved(moving);
}
