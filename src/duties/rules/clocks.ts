import type { Trigger } from "../../law/public.ts";
import { addDays, addMonths, civilOf, type Day, dayOf, daysInMonth, FOREVER } from "../../platform/kernel/day.ts";
import type { Started } from "../contract.ts";
import type { CodeBits } from "./codes.ts";
import { maskOf } from "./codes.ts";
import type { CompiledRule, Stretch } from "./compile.ts";
import type { Life } from "./situations.ts";

type Received = Extract<Trigger, { kind: "received" }>;

function firstOfMonth(day: Day): Day {
  return addDays(day, 1 - civilOf(day).day);
}

/** The last day of the calendar month a day is in. */
export function endOfMonth(day: Day): Day {
  const { year, month } = civilOf(day);
  return dayOf(year, month, daysInMonth(year, month));
}

/** The first day of the calendar month a day is in. */
export function startOfMonth(day: Day): Day {
  return firstOfMonth(day);
}

/** The days on which the benefits were received and count, joined and in order. */
function countedDays({ benefits, without }: Received, life: Life, bits: CodeBits): readonly Stretch[] {
  const paid = maskOf(benefits, bits.benefit);
  const not = maskOf(without, bits.circumstance);
  const days: { from: Day; until: Day }[] = [];
  for (const { from, until, benefits: on, circumstances } of life.segments) {
    if ((on & paid) === 0 || (circumstances & not) !== 0) continue;
    const last = days.at(-1);
    if (last !== undefined && last.until === from) last.until = until;
    else days.push({ from, until });
  }
  return days;
}

function daysWithin(stretches: readonly Stretch[], from: Day, until: Day): number {
  let days = 0;
  for (const stretch of stretches) days += Math.max(0, Math.min(stretch.until, until) - Math.max(stretch.from, from));
  return days;
}

/** The `n`-th counted day (from 1) on or after a day and before another, or null. */
function nthDay(stretches: readonly Stretch[], n: number, within: Stretch): Day | null {
  let left = n;
  for (const stretch of stretches) {
    const from = Math.max(stretch.from, within.from);
    const days = Math.min(stretch.until, within.until) - from;
    if (days <= 0) continue;
    if (days >= left) return addDays(from as Day, left - 1);
    left -= days;
  }
  return null;
}

/**
 * The days on which the number of days received in the running calendar month and those before it passes the limit, not having been
 * over it the day before. Within a month the number can only rise; at the turn of a month the oldest month falls out.
 */
export function passings(received: Received, life: Life, bits: CodeBits): readonly Day[] {
  const days = countedDays(received, life, bits);
  const first = days[0];
  if (first === undefined || daysWithin(days, first.from, addDays(life.asOf, 1)) <= received.moreThan) return [];
  const found: Day[] = [];
  let over = false;
  for (let month = firstOfMonth(first.from); month <= life.asOf; month = addMonths(month, 1)) {
    const next = addMonths(month, 1);
    const before = daysWithin(days, addMonths(month, 1 - received.calendarMonths), month);
    const passes =
      before > received.moreThan ? month : nthDay(days, received.moreThan - before + 1, { from: month, until: next });
    if (passes !== null && passes <= life.asOf && !(over && passes === month)) found.push(passes);
    over = passes !== null;
  }
  return found;
}

/** Where a duty's clock starts: the day, and until when the citizen is under the rule. */
export type Start = { readonly day: Day; readonly by: Started; readonly until: Day };

function daysOf(rule: CompiledRule, life: Life, bits: CodeBits): readonly Day[] {
  const { trigger } = rule.rule;
  switch (trigger.kind) {
    case "event":
      return life.events.filter(({ bit }) => (bit & rule.trigger) !== 0).map(({ day }) => day);
    case "offer":
      return trigger.edge === "begins"
        ? life.offers.map(({ from }) => from)
        : life.offers.flatMap(({ until }) => (until === FOREVER ? [] : [until]));
    case "received":
      return passings(trigger, life, bits);
    default:
      return [];
  }
}

/** Every start of a rule's clock in the stretches its condition holds. An offer ends on the day after its last. */
export function startsOf(
  rule: CompiledRule,
  episodes: readonly Stretch[],
  of: { life: Life; bits: CodeBits },
): Start[] {
  const { trigger } = rule.rule;
  if (trigger.kind === "who") return episodes.map(({ from, until }) => ({ day: from, by: "who", until }));
  const days = [...new Set(daysOf(rule, of.life, of.bits))].sort((a, b) => a - b);
  return days.flatMap((day) => {
    const episode = episodes.find(({ from, until }) => from <= day && day < until);
    return episode === undefined ? [] : [{ day, by: trigger.kind, until: episode.until }];
  });
}
