// A second reading of the law's rows, made to be compared with the engine. It knows nothing of the engine, the law's code or the
// language: it reads the YAML itself and walks through a citizen's days one by one, remembering only what a person would remember.
import { Clock, type SlowOutcome } from "./slow-clock.ts";
import { daysOf, type SlowTimeline, under, type Walk, walkOf } from "./slow-days.ts";
import { dayOf, LAW, plus } from "./slow-law.ts";

/** Clocks of a rule that come one after the other, each when the one before it has run out. */
class Windows {
  private running: Clock | null = null;
  private opensOn: number | null = null;
  private readonly walk: Walk;

  constructor(walk: Walk) {
    this.walk = walk;
  }

  stop(): void {
    this.running = null;
    this.opensOn = null;
  }

  /** The day's new clock, if one starts. */
  next(day: number): Clock | null {
    const { count } = this.walk.row;
    if (this.walk.starts(day)) this.opensOn = count?.from ? plus(day, count.from) : day;
    if (this.running !== null && !this.running.pending && day > this.running.due) {
      this.running.end(day, "next_window");
      this.running = null;
      this.opensOn = day;
    }
    if (this.running !== null || day !== this.opensOn) return null;
    this.running = new Clock(this.walk, day);
    return this.running;
  }

  /** A window runs to its end, also when it was met before that. */
  runs(clock: Clock): boolean {
    return clock === this.running;
  }
}

/** The clocks of a rule that may start on a day, before anything that happens on it is looked at. */
function started(walk: Walk, windows: Windows, day: number): Clock[] {
  if (walk.row.count?.every) return [windows.next(day)].filter((clock) => clock !== null);
  return walk.starts(day) && !walk.row.interval?.after_first ? [new Clock(walk, day)] : [];
}

function passDay(clock: Clock, day: number): void {
  clock.move(day);
  if (clock.met === null) clock.live(day);
}

/** A day on which the citizen is under the rule: what starts, what moves, what is met. */
function live(walk: Walk, windows: Windows, { clocks, day }: { clocks: Clock[]; day: number }): void {
  clocks.push(...started(walk, windows, day));
  for (const clock of clocks.filter((one) => !one.over && (one.met === null || windows.runs(one)))) passDay(clock, day);
  if (!walk.row.interval || !walk.meets(day)) return;
  const next = new Clock(walk, day, 1);
  passDay(next, day);
  clocks.push(next);
}

/** Walks the days of one rule: clocks start, move, are met, fall late and end, each on its day. */
function outcomesOf(walk: Walk): SlowOutcome[] {
  const { row, days } = walk;
  const clocks: Clock[] = [];
  const windows = new Windows(walk);
  const end = (ending: readonly Clock[], day: number, why: string): void => {
    for (const clock of ending) clock.end(day, why);
  };
  for (let day = days.first; day <= days.asOf; day++) {
    // The rule ends before anything else happens on the day.
    if (walk.binds(day - 1) && !walk.binds(day))
      end(
        clocks.filter(({ bound }) => bound),
        day,
        "rule_ended",
      );
    if (under(row, days, day)) {
      live(walk, windows, { clocks, day });
      continue;
    }
    end(clocks, day, "left");
    windows.stop();
  }
  return clocks.filter((clock) => clock.bound && !clock.dropped).map((clock) => clock.outcome());
}

/** The stretches of days on which the rule is in force here: a trial in the middle of its life makes two of one. */
function periodsOf({ binds: on, days }: Walk): [from: number, until: number][] {
  const periods: [number, number][] = [];
  for (let day = days.first; day <= days.asOf; day++) {
    if (!on(day)) continue;
    const last = periods.at(-1);
    if (last && last[1] === day) last[1] = day + 1;
    else periods.push([day, day + 1]);
  }
  return periods;
}

/** Every obligation and every standing in a share, found by walking day by day to the end of `asOf`. */
export function slowly(timeline: SlowTimeline, asOf: number, municipality: string | null): SlowOutcome[] {
  const days = daysOf(timeline, asOf);
  return LAW.rows
    .filter((row) => (row.deadline ?? row.count ?? row.interval) !== undefined)
    .filter(
      (row) => (row.subject ?? "citizen") === "citizen" && (!row.municipality || row.municipality === municipality),
    )
    .filter(
      (row) => dayOf(row.valid_from) <= asOf && (row.valid_to.startsWith("open") || dayOf(row.valid_to) >= days.first),
    )
    .flatMap((row) => {
      const walk = walkOf(row, days, municipality);
      return periodsOf(walk).flatMap(([from, until]) =>
        outcomesOf({ ...walk, binds: (day) => from <= day && day < until }),
      );
    });
}
