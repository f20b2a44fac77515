// One duty's clock in the slow evaluator, told each day what the day brought.
import type { Walk } from "./slow-days.ts";
import { firstOfMonth, plus, type Row } from "./slow-law.ts";

export type SlowOutcome = {
  id: string;
  share: boolean;
  start: number;
  due: number | null;
  counted: number;
  met: number | null;
  breached: number | null;
  closed: number | null;
  why: string | null;
  status: string;
};

function opensOf({ satisfied_by, count }: Row, start: number): number {
  if (satisfied_by?.since) return firstOfMonth(start);
  return count?.from && !count.every ? plus(start, count.from) : start;
}

function dueOf({ deadline, count, interval }: Row, start: number): number {
  if (deadline === "end_of_month") return plus(firstOfMonth(start), "1 month") - 1;
  if (deadline) return plus(start, deadline);
  if (interval) return plus(start, interval.every);
  return plus(start, count?.until ?? count?.every ?? "") - 1;
}

/** The clock of one duty: what somebody who looks at it once a day has to remember. */
export class Clock {
  due: number;
  seen: number[] = [];
  bound = false;
  met: number | null = null;
  breached: number | null = null;
  closed: number | null = null;
  why: string | null = null;
  dropped = false;
  private dueWhenMet: number | null = null;
  /** An exemption was there on the last day; the new one is not known until it ends. */
  pending = false;
  extended = false;
  /** How much later the deadline will be when the exemption ends, from an extension while it ran. */
  private later = "0 days";
  private dueWhenClosed: number | null = null;
  readonly walk: Walk;
  readonly start: number;
  readonly opens: number;
  readonly needed: number;

  constructor(walk: Walk, start: number, opensAfter = 0) {
    this.walk = walk;
    this.start = start;
    this.needed = walk.row.count?.at_least ?? 1;
    this.opens = opensOf(walk.row, start) + opensAfter;
    this.due = dueOf(walk.row, start);
    for (let day = Math.max(this.opens, walk.days.first); day < start; day++) if (walk.meets(day)) this.seen.push(day);
    this.dropped = this.seen.length >= this.needed;
  }

  get over(): boolean {
    return this.dropped || this.closed !== null;
  }

  get done(): boolean {
    return this.over || this.met !== null;
  }

  /** The day's exemptions and extensions move the deadline. */
  move(day: number): void {
    const exempt = this.walk.exempt(day);
    if (this.walk.moves === undefined) {
      if (exempt && day <= this.due) this.due++;
      return;
    }
    if (this.pending && !exempt) {
      this.pending = false;
      this.due = plus(plus(day - 1, this.walk.moves), this.later);
    }
    this.extend(day);
    if (exempt && day === this.due) this.pending = true;
  }

  private extend(day: number): void {
    const { extension } = this.walk;
    const inTime = day >= this.opens && (this.pending || day <= this.due);
    if (!extension || this.extended || !inTime || !this.walk.extends(day)) return;
    this.extended = true;
    if (this.pending) this.later = extension.by;
    else this.due = plus(this.due, extension.by);
  }

  end(day: number, why: string): void {
    if (this.done) return;
    const last = day - 1;
    const resting = this.walk.moves === undefined ? this.walk.exempt(last) && last <= this.due : this.pending;
    if (!this.bound) this.dropped = true;
    else if (!resting && this.due < day) this.breached = this.due + 1;
    this.dueWhenClosed = resting ? null : this.due;
    this.closed = day;
    this.why = why;
  }

  /** One day of an unmet duty, after the deadline was moved. */
  live(day: number): void {
    const late = !this.pending && day > this.due;
    const binding = this.walk.binds(day);
    if (this.walk.meets(day) && day >= this.opens) this.seen.push(day);
    if (binding && !this.bound) this.dropped ||= late;
    this.bound ||= binding;
    if (late && binding) this.breached ??= this.due + 1;
    if (this.seen.length >= this.needed && !this.dropped) this.meet(day, late);
  }

  private meet(day: number, late: boolean): void {
    this.dropped = !this.bound;
    this.met = this.bound ? day : null;
    const resting = this.walk.moves === undefined ? this.walk.exempt(day) && !late : this.pending;
    this.dueWhenMet = resting ? null : this.due;
  }

  private lastDue(): number | null {
    if (this.met !== null) return this.dueWhenMet;
    if (this.closed !== null) return this.dueWhenClosed;
    const still = this.walk.moves === undefined && this.walk.exempt(this.walk.days.asOf) && this.breached === null;
    return still || this.pending ? null : this.due;
  }

  outcome(): SlowOutcome {
    const { walk, met, breached, closed } = this;
    const due = this.lastDue();
    return {
      id: walk.row.id,
      share: walk.row.share !== undefined,
      start: this.start,
      due,
      counted: Math.min(this.seen.length, this.needed),
      met,
      breached,
      closed,
      why: this.why,
      status: this.status(due, walk.exempt(walk.days.asOf)),
    };
  }

  private status(due: number | null, resting: boolean): string {
    if (this.met !== null) return this.breached === null ? "met_on_time" : "met_late";
    if (this.closed !== null) return "lapsed";
    if (this.breached !== null) return "overdue";
    if (due === null || resting) return "exempt";
    if (due === this.walk.days.asOf) return "due";
    return due - this.walk.days.asOf <= 14 ? "due_soon" : "open";
  }
}
