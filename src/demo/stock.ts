import { addDays, type Day, day, weekday } from "../platform/kernel/day.ts";
import { closeSpell, codeOn, leave, openSpell, plannedUntil } from "./benefits.ts";
import { createPerson, movePerson, PENSION_DAYS, personFor, vangGroup, vangTarget } from "./people.ts";
import { drawRunning } from "./rules/durations.ts";
import { pickWeighted } from "./rules/random.ts";
import type { Arrival, Row, Spell, World } from "./world.ts";

const PERSON = 1000;
/** Days over which a row makes up for what it had too little or too much. */
const MAKE_UP_DAYS = 60;
/** Part of its level a row may be above before someone is let go, so that chance alone ends no spells. */
const SLACK = 0.006;
const EARLIEST = day("2001-07-01");
const EARLIEST_PENSION = day("1986-01-01");
const CANDIDATES = 10;

function earliestStart(world: World, row: Row): Day {
  if (row.name === "ressourceforloeb_over_30" || row.name === "seniorpension") return world.frame.first;
  return row.name === "foertidspension" ? EARLIEST_PENSION : EARLIEST;
}

/** Fills every row to its level on the first day with people whose spells began earlier. */
export function fillRows(world: World): void {
  const { first } = world.frame;
  for (const row of world.rows.values()) {
    const level = row.curve[0] ?? 0;
    while (row.stock + PERSON / 2 < level) {
      const person = createPerson(world, row, first);
      const { total, elapsed } = drawRunning(world.streams.benefits, row.spec.durations);
      const adult = addDays(person.born, 18 * 366);
      const from = Math.min(first, Math.max(first - elapsed, earliestStart(world, row), adult)) as Day;
      const code = codeOn(world, row, first);
      if (code === null) break;
      const planned = addDays(first, Math.max(1, total - elapsed));
      const until = Math.min(planned, Math.max(addDays(person.born, PENSION_DAYS), first + 1)) as Day;
      openSpell(world, row, { person, from, until, chainFrom: from, code });
    }
  }
}

/** Spells whose planned last day was yesterday end, and people do what they do next. */
export function endPlanned(world: World, today: Day): void {
  const place = today - world.frame.first;
  for (const spell of world.ends[place] ?? []) {
    if (!spell.open || spell.until !== today) continue;
    if (spell.leaving) closeSpell(world, spell, { until: today, recovered: false });
    else leave(world, spell, today);
  }
  world.ends[place] = undefined;
  for (const arrival of world.starts[place] ?? []) enter(world, arrival, today);
  world.starts[place] = undefined;
}

function enter(world: World, { person, row }: Arrival, today: Day): void {
  const code = codeOn(world, row, today);
  if (person.spell !== null || code === null) return;
  const until = plannedUntil(world, row, { person, from: today });
  openSpell(world, row, { person, from: today, until, chainFrom: today, code });
}

/** Brings a row to its wanted level: new spells when it is short, the ones nearest their end when it has too many. */
export function steer(world: World, row: Row, today: Day): void {
  const level = row.curve[today - world.frame.first] ?? 0;
  const limit = PERSON + level / 20;
  const wanted = level + Math.max(-limit, Math.min(limit, row.debt / MAKE_UP_DAYS));
  for (let guard = 0; wanted - row.stock >= PERSON / 2 && guard < 5000; guard += 1) pull(world, row, today);
  for (let guard = 0; row.stock - wanted >= PERSON + level * SLACK && guard < 5000; guard += 1)
    release(world, row, today);
}

/** Keeps the account of person-days a row is short of. Call once a day, after all changes. */
export function settleDebt(world: World, today: Day): void {
  for (const row of world.rows.values()) row.debt += (row.curve[today - world.frame.first] ?? 0) - row.stock;
}

function release(world: World, row: Row, today: Day): void {
  const { benefits } = world.streams;
  let chosen: Spell | undefined;
  for (let i = 0; i < 6; i += 1) {
    const spell = row.active[benefits.below(row.active.length)];
    if (spell && (!chosen || spell.until < chosen.until)) chosen = spell;
  }
  if (chosen) leave(world, chosen, Math.max(today, chosen.from + 1) as Day);
}

function pull(world: World, row: Row, today: Day): void {
  const code = codeOn(world, row, today);
  if (code === null) return;
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const source = pickWeighted(world.streams.benefits, row.spec.from);
    if (source === "outside") break;
    const spell = candidate(world, { source: world.rows.get(source), target: row }, today);
    if (!spell) continue;
    transfer(world, { spell, row, code }, today);
    return;
  }
  const person = personFor(world, row, today);
  const until = plannedUntil(world, row, { person, from: today });
  openSpell(world, row, { person, from: today, until, chainFrom: today, code });
}

/** Is someone of an age the new row takes, and not on the way out already? */
function maySwitch(spell: Spell, target: Row, today: Day): boolean {
  const [youngest, , oldest] = target.spec.ages;
  const age = (today - spell.person.born) / 365.25;
  if (spell.leaving || age < youngest || age >= oldest) return false;
  return spell.person.bornKnown || !target.name.startsWith("ressourceforloeb");
}

/** Of some people in the row one comes from, one who is fit for the new row: for a pension anyone, else the one with the shortest time on support. */
function candidate(
  world: World,
  { source, target }: { source: Row | undefined; target: Row },
  today: Day,
): Spell | null {
  if (!source || source.active.length === 0) return null;
  const shortest = (world.targets.beforeTransition[source.name] ?? 30) / world.frame.churn;
  let best: Spell | null = null;
  for (let i = 0; i < CANDIDATES; i += 1) {
    const spell = source.active[world.streams.benefits.below(source.active.length)];
    if (!spell || today - spell.from < shortest || !maySwitch(spell, target, today)) continue;
    if (target.name === "foertidspension") return spell;
    if (!best || spell.chainFrom > best.chainFrom) best = spell;
  }
  return best;
}

/** From one benefit to the next. Mostly the day after; sometimes the record has a gap, sometimes both benefits run for some days. */
function transfer(world: World, { spell, row, code }: { spell: Spell; row: Row; code: string }, today: Day): void {
  const { benefits } = world.streams;
  const { person } = spell;
  const { messy } = world.targets;
  if (benefits.chance(messy.gap)) {
    closeSpell(world, spell, { until: today, recovered: false });
    const place = today - world.frame.first + benefits.between(2, 45);
    const list = world.starts[place];
    if (list) list.push({ person, row });
    else if (place < world.starts.length) world.starts[place] = [{ person, row }];
    return;
  }
  if (benefits.chance(messy.overlap)) {
    spell.leaving = true;
    spell.until = addDays(today, benefits.between(1, 9));
    const place = spell.until - world.frame.first;
    const list = world.ends[place];
    if (list) list.push(spell);
    else if (place < world.ends.length) world.ends[place] = [spell];
  } else closeSpell(world, spell, { until: today, recovered: false });
  const until = plannedUntil(world, row, { person, from: today });
  openSpell(world, row, { person, from: today, until, chainFrom: spell.chainFrom, code });
}

/** Each Monday: the residents of vangkvarteret on benefits are counted, and when there are too many, one or two move away. */
export function steerAreas(world: World, monday: Day): void {
  if (weekday(monday) !== 1) return;
  const residents: { support: Spell[]; other: Spell[] } = { support: [], other: [] };
  for (const row of world.rows.values()) {
    for (const spell of row.active) {
      if (spell.person.area === "vangkvarteret") residents[vangGroup(row.name)].push(spell);
    }
  }
  for (const group of ["support", "other"] as const) {
    world.vang[group] = residents[group].length;
    const surplus = Math.floor(residents[group].length - vangTarget(world, group, monday) - 1);
    for (let i = 0; i < surplus; i += 1) moveAway(world, residents[group], monday);
  }
}

function moveAway(world: World, from: Spell[], monday: Day): void {
  const { people } = world.streams;
  const spell = from.splice(people.below(from.length), 1)[0];
  if (!spell) return;
  const area = pickWeighted(people, world.targets.people.areas);
  world.vang[vangGroup(spell.row.name)] -= 1;
  movePerson(world, spell.person, { area, from: monday });
}
