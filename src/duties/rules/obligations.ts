import type { Demand } from "../../law/public.ts";
import { addDays, type Day } from "../../platform/kernel/day.ts";
import type { Obligation, Standing, Started, Timeline } from "../contract.ts";
import { endOfMonth, type Start, startOfMonth, startsOf } from "./clocks.ts";
import { type Compiled, type CompiledRule, later, type Stretch } from "./compile.ts";
import { dueDay } from "./due-day.ts";
import { episodesOf, exemptDays, type Life, lifeOf } from "./situations.ts";
import { statusOf } from "./status.ts";

/** An obligation before it is said how it stands: what happened to it. */
export type Course = Omit<Obligation, "status">;

/** One rule for one citizen: what counts, when it rests. */
type Case = {
  readonly rule: CompiledRule;
  readonly life: Life;
  readonly citizen: string;
  /** Different days on which something met the rule, in order. */
  readonly days: readonly Day[];
  readonly exempt: readonly Stretch[];
};

/** One clock of a case: from when it counts, and its deadline if nothing moves it. */
type Clock = {
  readonly start: Day;
  readonly by: Started;
  readonly opens: Day;
  readonly nominal: Day;
  readonly needed: number;
  /** The citizen is under the rule up to this day. */
  readonly until: Day;
  /** What the end of the clock is called when it is neither the citizen's leaving nor the rule's end. */
  readonly next: boolean;
};

function satisfyingDays({ rule, events, offers }: CompiledRule, life: Life): readonly Day[] {
  const { lasting } = rule.satisfiedBy;
  const days: Day[] = [];
  for (const { day, bit } of life.events) if ((bit & events) !== 0) days.push(day);
  for (const { from, until, bit } of life.offers) if ((bit & offers) !== 0 && until - from >= lasting) days.push(from);
  days.sort((a, b) => a - b);
  return days.filter((day, i) => day !== days[i - 1]);
}

function dueOf({ rule, life, exempt }: Case, { start, nominal, opens }: Clock, limit: Day): Day | null {
  if (exempt.length === 0 && rule.extension === null) return nominal;
  return dueDay({ clock: { start, nominal, opens, limit }, rule, exempt, events: life.events });
}

/** When a clock is still going on a day it has no end; else who ended it. */
function endOf(clock: Clock, period: Stretch, asOf: Day): { closed: Day | null; why: Course["why"] } {
  const until = Math.min(clock.until, period.until) as Day;
  if (until > asOf) return { closed: null, why: null };
  if (period.until <= clock.until) return { closed: until, why: "rule_ended" };
  return { closed: until, why: clock.next ? "next_window" : "left" };
}

/**
 * What became of one clock under one period of a rule. Null when the rule never bound it: it was met, or its deadline had passed,
 * before the rule came into force. On any day a citizen is judged by the rules in force that day: a case that runs when the law
 * changes is under the new rule from its first day, its time counted from the case's own start.
 */
function courseOf(one: Case, clock: Clock, period: Stretch): Course | null {
  const { asOf } = one.life;
  const from = Math.max(clock.start, period.from);
  const until = Math.min(clock.until, period.until);
  if (from >= until || from > asOf) return null;
  const counting = one.days.filter((day) => day >= clock.opens && day < until);
  const met = counting[clock.needed - 1] ?? null;
  if (met !== null && met < from) return null;
  const due = dueOf(one, clock, Math.min(asOf, met ?? asOf, until - 1) as Day);
  if (due !== null && due < from) return null;
  const late = due !== null && due < (met ?? Math.min(asOf, until));
  const end = met === null ? endOf(clock, period, asOf) : { closed: null, why: null };
  return {
    citizen: one.citizen,
    rule: one.rule.rule,
    start: clock.start,
    started: clock.by,
    opens: clock.opens,
    due,
    counted: Math.min(counting.length, clock.needed),
    needed: clock.needed,
    met,
    breached: late ? addDays(due, 1) : null,
    ...end,
  };
}

function coursesOf(one: Case, clocks: readonly Clock[]): readonly Course[] {
  return one.rule.periods.flatMap((period) => clocks.flatMap((clock) => courseOf(one, clock, period) ?? []));
}

type Single = Extract<Demand, { kind: "deadline" | "count" }>;

function singleClock(one: Case, demand: Single, start: Start): Clock {
  const common = { start: start.day, by: start.by, until: start.until, next: false };
  if (demand.kind === "deadline") {
    const opens = one.rule.rule.satisfiedBy.sinceStartOfMonth ? startOfMonth(start.day) : start.day;
    const nominal = demand.within === null ? endOfMonth(start.day) : later(start.day, demand.within);
    return { ...common, opens, nominal, needed: 1 };
  }
  const opens = demand.from === null ? start.day : later(start.day, demand.from);
  return { ...common, opens, nominal: addDays(later(start.day, demand.until), -1), needed: demand.atLeast };
}

/** Stretches one after the other: each starts the day after the one before it fell due. */
function windowClocks(one: Case, demand: Extract<Demand, { kind: "windows" }>, start: Start): readonly Clock[] {
  const { asOf } = one.life;
  const clocks: Clock[] = [];
  let from: Day | null = demand.from === null ? start.day : later(start.day, demand.from);
  while (from !== null && from <= asOf && from < start.until) {
    const day: Day = from;
    const nominal = addDays(later(day, demand.every), -1);
    const by = clocks.length === 0 ? start.by : "previous";
    const open: Clock = {
      start: day,
      by,
      opens: day,
      nominal,
      needed: demand.atLeast,
      until: start.until,
      next: false,
    };
    const due = dueOf(one, open, Math.min(asOf, start.until - 1) as Day);
    from = due === null ? null : addDays(due, 1);
    const next = from !== null && from < start.until;
    clocks.push(next ? { ...open, until: from as Day, next } : open);
  }
  return clocks;
}

/** Each time starts the wait for the next; without a first time there is nothing to wait for when the demand says so. */
function intervalClocks(one: Case, demand: Extract<Demand, { kind: "interval" }>, start: Start): readonly Clock[] {
  const days = one.days.filter((day) => day >= start.day && day < start.until);
  const first = demand.afterFirst ? [] : [start.day];
  const begins = [...first, ...days.filter((day) => demand.afterFirst || day >= start.day)];
  return begins.map((day, i) => {
    const initial = i === 0 && !demand.afterFirst;
    return {
      start: day,
      by: initial ? start.by : "previous",
      // What met the time before does not also meet this one; the first clock may be met on its own first day.
      opens: initial ? day : addDays(day, 1),
      nominal: later(day, demand.every),
      needed: 1,
      until: start.until,
      next: false,
    };
  });
}

function clocksOf(one: Case, start: Start): readonly Clock[] {
  const { demand } = one.rule.rule;
  switch (demand?.kind) {
    case "deadline":
    case "count":
      return [singleClock(one, demand, start)];
    case "windows":
      return windowClocks(one, demand, start);
    case "interval":
      return intervalClocks(one, demand, start);
    default:
      return [];
  }
}

/** The courses of every duty of one citizen under every rule, shares included, as known on a day. */
function allCourses(compiled: Compiled, timeline: Timeline, life: Life): readonly (readonly [Case, Course])[] {
  const found: (readonly [Case, Course])[] = [];
  for (const rule of compiled.rules) {
    const episodes = episodesOf(rule, life);
    if (episodes.length === 0) continue;
    const starts = startsOf(rule, episodes, { life, bits: compiled.bits });
    if (starts.length === 0) continue;
    const exempt = exemptDays(rule, life);
    const one: Case = { rule, life, citizen: timeline.citizen, days: satisfyingDays(rule, life), exempt };
    for (const start of starts) for (const course of coursesOf(one, clocksOf(one, start))) found.push([one, course]);
  }
  return found;
}

/** How a citizen's duties stand on a day: what the citizen is owed or owes, and apart from it the shares of groups. */
export type Standings = { readonly obligations: readonly Obligation[]; readonly shares: readonly Standing[] };

/**
 * Every obligation of one citizen as it stands at the end of a day, from all that is believed now: a fact corrected in the past gives
 * another history. What lies after the day is not looked at. Pure; the order of the facts does not matter.
 */
export function standingsOn(compiled: Compiled, timeline: Timeline, asOf: Day): Standings {
  const life = lifeOf(timeline, compiled, asOf);
  const obligations: Obligation[] = [];
  const shares: Standing[] = [];
  for (const [{ exempt }, course] of allCourses(compiled, timeline, life)) {
    const { share } = course.rule;
    if (share !== null) shares.push({ ...course, share });
    else obligations.push({ ...course, status: statusOf(course, exempt, asOf) });
  }
  return { obligations, shares };
}
