import { addDays, type Day } from "../platform/kernel/day.ts";
import { book, type Desk, missedStatus, putTalk } from "./desk.ts";
import { createIntegrationDesk, talkIntegration } from "./integration-talks.ts";
import { activityOn, activityOver } from "./rules/days.ts";
import { createQuota, repeat } from "./rules/quota.ts";
import { rowOf, type Spell, type World } from "./world.ts";

/** Fewest days between two talks with one citizen. */
const PAUSE = 5;

/** The next citizen to talk with: the one who has waited longest, or anyone who was not met the last days. */
function nextSpell(world: World, desk: Desk, today: Day): Spell | null {
  for (;;) {
    const spell = desk.backlog.pop();
    if (!spell) break;
    if (spell.open && spell.row === desk.row && spell.talkOn <= today) return spell;
  }
  for (let attempt = 0; attempt < 12; attempt += 1) {
    const spell = desk.row.active[world.streams.talks.below(desk.row.active.length)];
    if (spell && spell.from < today && spell.talkOn - today < desk.firstTalk + 14 && spell.metOn + PAUSE <= today)
      return spell;
  }
  return null;
}

/** Holds one talk of a kind; citizens who do not come get a new day and the time goes to the next. */
function hold(world: World, desk: Desk, { kind, today }: { kind: string; today: Day }): void {
  for (let attempt = 0; attempt < 6; attempt += 1) {
    const spell = nextSpell(world, desk, today);
    if (!spell) return;
    const status = attempt < 5 ? missedStatus(world) : null;
    if (status !== null) {
      putTalk(world, today, { spell, kind, status });
      book(world, desk, { spell, on: addDays(today, world.streams.talks.between(5, 12)) });
      spell.metOn = today;
      continue;
    }
    putTalk(world, today, { spell, kind, status: "holdt" });
    spell.held.push(today);
    spell.metOn = today;
    const interval = (desk.row.active.length * 365) / desk.perYear;
    const wait = Math.max(PAUSE, Math.round(interval * (0.75 + 0.4 * world.streams.talks.unit())));
    book(world, desk, { spell, on: addDays(today, wait) });
    return;
  }
}

function createDesks(world: World): Map<string, Desk> {
  const { window, rows } = world.targets.talks;
  const activity = activityOver(window.from, window.until, world.targets.slow);
  const desks = new Map<string, Desk>();
  for (const each of rows) {
    const perYear = Object.values(each.kinds).reduce((sum, held) => sum + held, 0) * world.frame.size;
    const kinds = Object.entries(each.kinds).map(([kind, held]) => ({
      kind,
      rate: (held * world.frame.size) / activity,
      quota: createQuota(),
    }));
    desks.set(each.row, {
      row: rowOf(world, each.row),
      firstTalk: each.firstTalk,
      kinds,
      perYear,
      due: [],
      backlog: [],
    });
  }
  return desks;
}

function runDesk(world: World, desk: Desk, today: Day): void {
  const place = today - world.frame.first;
  const waiting = desk.due[place];
  if (waiting) desk.backlog = [...waiting, ...desk.backlog];
  desk.due[place] = undefined;
  const activity = activityOn(today, world.targets.slow);
  if (activity === 0) return;
  for (const { kind, rate, quota } of desk.kinds) {
    repeat(quota.due(rate * activity), () => hold(world, desk, { kind, today }));
  }
}

function bookFirst(world: World, desk: Desk | undefined, { spell, today }: { spell: Spell; today: Day }): void {
  if (!desk || !spell.open) return;
  const wait = Math.max(2, Math.round(desk.firstTalk * (0.5 + 0.7 * world.streams.talks.unit())));
  book(world, desk, { spell, on: addDays(today, wait) });
}

/** Runs the conversations of the municipality: call once a day after the benefits. */
export function createTalks(world: World): (today: Day) => void {
  const desks = createDesks(world);
  const integration = createIntegrationDesk(world);
  const start = world.frame.activityFrom;
  return (today) => {
    const opened = world.opened.splice(0);
    if (today < start) return;
    const fresh = today === start ? [...world.rows.values()].flatMap((row) => row.active) : opened;
    for (const spell of fresh) {
      bookFirst(world, spell.row === integration.row ? integration : desks.get(spell.row.name), { spell, today });
    }
    for (const desk of desks.values()) runDesk(world, desk, today);
    talkIntegration(world, integration, today);
  };
}
