import { addDays, type Day, day } from "../platform/kernel/day.ts";
import { book, type Desk, LOCKDOWN, missedStatus, putTalk, REOPENED } from "./desk.ts";
import { isWorkingDay } from "./rules/days.ts";
import { rowOf, type Spell, type World } from "./world.ts";

const EVERY_FOURTH_WEEK_FROM = day("2020-01-01");
/** Weeks between talks before they had to be every fourth week. */
const USUAL_BEFORE = 42;

/** The desk of the integration talks; it has no quota. */
export function createIntegrationDesk(world: World): Desk {
  const plan = world.targets.talks.integration;
  return { row: rowOf(world, plan.row), firstTalk: plan.firstTalk, kinds: [], perYear: 0, due: [], backlog: [] };
}

/** Integration talks follow the citizen: due every fourth week since 2020 (before that, every sixth), for some later. */
export function talkIntegration(world: World, desk: Desk, today: Day): void {
  const place = today - world.frame.first;
  const due = desk.due[place] ?? [];
  desk.due[place] = undefined;
  for (const spell of due) {
    if (spell.open) book(world, desk, { spell, on: addDays(today, talkOrPostpone(world, spell, today)) });
  }
}

/** Talks with the citizen if it can be done, and says in how many days it is due again. */
function talkOrPostpone(world: World, spell: Spell, today: Day): number {
  const plan = world.targets.talks.integration;
  const { talks } = world.streams;
  if (!isWorkingDay(today)) return 1;
  if (today >= LOCKDOWN && today < REOPENED && talks.chance(0.3)) return 7;
  const status = missedStatus(world);
  const guidance = status === null && talks.chance(plan.guidance);
  putTalk(world, today, { spell, kind: "integrationssamtale", status: status ?? "holdt", guidance });
  if (guidance) spell.person.guided = true;
  if (status !== null) return 7;
  if (talks.chance(plan.late)) return plan.lateInterval;
  return today < EVERY_FOURTH_WEEK_FROM ? USUAL_BEFORE : plan.interval;
}
