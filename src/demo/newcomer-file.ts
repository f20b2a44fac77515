import { addDays, type Day } from "../platform/kernel/day.ts";
import { pickWeighted } from "./rules/random.ts";
import { lastDayOf, recordFrom, type Spell, type World } from "./world.ts";

/* What the effort under the Integration Act notes: status, contracts, Danish teaching. All is drawn from a stream of its own. */

const STATUSES = { flygtning: 0.55, familie_til_flygtning: 0.27, familiesammenfoert: 0.15, indvandrer: 0.03 };
const AIMS = { job: 0.7, uddannelse: 0.18, igu: 0.12 };
const LEVELS = { du1: 0.22, du2: 0.53, du3: 0.25 };
const PLACES = { dag: 0.48, aften: 0.3, arbejdsplads: 0.17, none: 0.05 };

/** The status stands from the day the municipality took over, as long as the citizen stays; of some nobody has noted it. */
function putStatus(world: World, spell: Spell, until: Day): void {
  const { newcomers } = world.streams;
  const { person, chainFrom } = spell;
  if (person.hasStatus) return;
  person.hasStatus = true;
  const status = pickWeighted(newcomers, STATUSES);
  const arrived = addDays(chainFrom, -newcomers.between(0, 5));
  const isNoted = newcomers.chance(0.93);
  const row = {
    first_day: chainFrom,
    last_day: person.leavesCountry ? lastDayOf(world, until) : null,
    citizen: person.id,
    status,
    arrived: newcomers.chance(0.9) ? arrived : null,
    reason: null,
  };
  if (isNoted) recordFrom(world, "newcomers", { fact: "integration_statuses", row });
}

/** Writes a contract of a day; of some it is not said who signed. */
export function putContract(world: World, spell: Spell, on: Day): void {
  const { newcomers } = world.streams;
  const aim = pickWeighted(newcomers, AIMS);
  const signed_by_citizen = newcomers.chance(0.1) ? null : true;
  if (on < world.frame.activityFrom) return;
  const row = { day: on, citizen: spell.person.id, aim, signed_by_citizen, reason: null };
  recordFrom(world, "newcomers", { fact: "integration_contracts", row });
}

/** Contracts are renewed about once a year. */
function renew(world: World, spell: Spell, until: Day): void {
  const { newcomers } = world.streams;
  const end = Math.min(until, world.frame.until);
  let next = addDays(Math.max(spell.from, world.frame.activityFrom) as Day, newcomers.between(200, 400));
  for (; next < end; next = addDays(next, newcomers.between(330, 420)))
    if (newcomers.chance(0.8)) putContract(world, spell, next);
}

/** Danish is taught for most, with the hours and where it is laid. */
function putDanish(world: World, spell: Spell, until: Day): void {
  const { newcomers } = world.streams;
  const level = pickWeighted(newcomers, LEVELS);
  const placed = pickWeighted(newcomers, PLACES);
  const start = addDays(Math.max(spell.from, world.frame.activityFrom) as Day, newcomers.between(3, 30));
  const planned = addDays(start, newcomers.between(200, 900));
  const hours = newcomers.between(12, 36) / 2;
  const isPassed = newcomers.chance(0.6);
  if (!newcomers.chance(0.82) || start >= Math.min(until, world.frame.until)) return;
  const end = Math.min(planned, until) as Day;
  const last_day = lastDayOf(world, end);
  const row = {
    first_day: start,
    last_day,
    citizen: spell.person.id,
    level,
    hours: newcomers.chance(0.93) ? hours : null,
    placed: placed === "none" ? null : placed,
    test_passed: last_day !== null && planned <= until ? isPassed : null,
  };
  recordFrom(world, "newcomers", { fact: "danish_teaching", row });
}

/** Writes what is noted of somebody under the Integration Act on a benefit of it: status, renewed contracts, Danish teaching. */
export function putNewcomerFile(world: World, spell: Spell, until: Day): void {
  if (spell.row.name !== "integrationsydelse" || until <= world.frame.activityFrom) return;
  putStatus(world, spell, until);
  renew(world, spell, until);
  putDanish(world, spell, until);
}
