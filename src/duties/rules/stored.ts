import type { Rule } from "../../law/public.ts";
import { type Day, isoDay } from "../../platform/kernel/day.ts";
import type { Obligation, Status, StoredObligation, Timeline } from "../contract.ts";
import type { Compiled } from "./compile.ts";
import { type Course, standingsOn } from "./obligations.ts";
import { responsibleOn } from "./responsible.ts";
import { isOpen, statusOf } from "./status.ts";

/** What is kept of one citizen, and whether another day alone may give another result. */
export type Kept = { readonly rows: readonly StoredObligation[]; readonly moves: boolean };

type Found = { readonly course: Course; readonly status: Status | null; readonly share: number | null };

/**
 * What is kept of one citizen on a day. A citizen whose every spell and event lies behind, and whose every obligation is met or lapsed, stands
 * the same on all later days until a fact changes: `moves` is then false.
 */
export function keptOf(compiled: Compiled, timeline: Timeline, asOf: Day): Kept {
  const { obligations, shares } = standingsOn(compiled, timeline, asOf);
  const found: readonly Found[] = [
    ...obligations.map((course) => ({ course, status: course.status, share: null })),
    ...shares.map((course) => ({ course, status: null, share: course.share })),
  ];
  const used = new Map<string, number>();
  const rows = found.map((one) => rowOf(one, { timeline, asOf, id: idOf(one.course, used) }));
  const ahead = timeline.spells.some(({ until }) => until > asOf) || timeline.events.some(({ day }) => day > asOf);
  return { rows, moves: ahead || rows.some(({ met, closed }) => met === null && closed === null) };
}

/** The same for the same clock of the same rule, whatever becomes of it; a rule that a trial interrupts may have one clock twice. */
function idOf({ citizen, rule, start, opens }: Course, used: Map<string, number>): string {
  const id = [citizen, rule.id, isoDay(rule.from), isoDay(start), opens - start].join("/");
  const times = (used.get(id) ?? 0) + 1;
  used.set(id, times);
  return times === 1 ? id : `${id}/${times}`;
}

type Placed = { readonly timeline: Timeline; readonly asOf: Day; readonly id: string };

function rowOf({ course, status, share }: Found, { timeline, asOf, id }: Placed): StoredObligation {
  const { citizen, rule, started, start, opens, due, needed, counted, met, breached, closed, why } = course;
  const open = status !== null && isOpen(status);
  const now = open ? responsibleOn(timeline, asOf) : null;
  const settled = breached === null ? met : due;
  const then = settled === null ? null : responsibleOn(timeline, settled);
  return {
    id,
    citizen,
    rule: rule.id,
    rowFrom: rule.from,
    duty: rule.duty,
    actor: rule.actor,
    share,
    started,
    day: start,
    opens,
    due,
    needed,
    counted,
    met,
    late: breached,
    closed,
    why,
    resting: status === "exempt",
    unit: now?.unit ?? null,
    staff: now?.staff ?? null,
    answerableUnit: then?.unit ?? null,
    answerableStaff: then?.staff ?? null,
  };
}

/** How a kept obligation stands on the day it was computed for. */
export function statusOfStored(row: StoredObligation, asOf: Day): Status {
  const resting = row.resting ? [{ from: asOf, until: (asOf + 1) as Day }] : [];
  return statusOf({ ...row, breached: row.late }, resting, asOf);
}

/** A kept obligation as the engine gave it. `rule` is the row of the law it names. @public */
export function obligationOf(row: StoredObligation, rule: Rule, asOf: Day): Obligation {
  const { citizen, started, opens, due, counted, needed, met, closed, why } = row;
  const status = statusOfStored(row, asOf);
  return {
    citizen,
    rule,
    start: row.day,
    started,
    opens,
    due,
    counted,
    needed,
    met,
    breached: row.late,
    closed,
    why,
    status,
  };
}
