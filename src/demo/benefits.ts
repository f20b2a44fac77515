import { addDays, type Day } from "../platform/kernel/day.ts";
import { putCaseFile } from "./case-file.ts";
import { startEducation } from "./education.ts";
import { putNewcomerFile } from "./newcomer-file.ts";
import { forgetPerson, PENSION_DAYS, rest, vangGroup } from "./people.ts";
import { type GroupStretch, putProgression } from "./progression.ts";
import { drawDuration } from "./rules/durations.ts";
import { lineAt, yearPlace } from "./rules/line.ts";
import { pickWeighted } from "./rules/random.ts";
import { putArchetype, putScreening } from "./screening.ts";
import { takeCase } from "./staff.ts";
import { employerOf, endJob, settleJob, startJob } from "./work.ts";
import { lastDayOf, type Person, type Row, record, type Spell, type World } from "./world.ts";
import { putYoungFile } from "./young-file.ts";

/** Rows whose spells do not become shorter when the demo is told to churn more. */
const LASTING = ["foertidspension", "seniorpension", "fleksjob"];
const VANG = "vangkvarteret";

/** The benefit's code for a new spell on a day; null before the benefit existed. */
export function codeOn(world: World, row: Row, at: Day): string | null {
  const weights: Record<string, number> = {};
  for (const each of row.spec.codes) {
    if (each.from !== undefined && at < each.from) continue;
    if (each.until !== undefined && at >= each.until) continue;
    weights[each.code] = each.weight;
  }
  const codes = Object.keys(weights);
  if (codes.length < 2) return codes[0] ?? null;
  return pickWeighted(world.streams.benefits, weights);
}

/** The planned first day without the benefit: a drawn duration, never past the pension age. */
export function plannedUntil(world: World, row: Row, { person, from }: { person: Person; from: Day }): Day {
  const churn = LASTING.includes(row.name) ? 1 : world.frame.churn;
  const days = Math.max(1, Math.round(drawDuration(world.streams.benefits, row.spec.durations) / churn));
  return Math.min(addDays(from, days), Math.max(addDays(from, 1), addDays(person.born, PENSION_DAYS))) as Day;
}

export type Opening = {
  readonly person: Person;
  readonly from: Day;
  readonly until: Day;
  readonly chainFrom: Day;
  readonly code: string;
  /** A spell that goes on under a new code keeps its share and employer. */
  readonly carriedFrom?: Spell;
};

/** Begins a spell: the person enters the row's stock and, where it belongs to the benefit, gets an employer or a flexjob. */
export function openSpell(world: World, row: Row, opening: Opening): Spell {
  const { person, from } = opening;
  const { benefits } = world.streams;
  const partTime = benefits.chance(row.spec.partTime) ? 50 * benefits.between(7, 17) : 1000;
  const spell: Spell = {
    person,
    row,
    code: opening.code,
    from,
    chainFrom: opening.chainFrom,
    until: opening.until,
    share: opening.carriedFrom?.share ?? partTime,
    employer: row.name === "sygedagpenge" ? workBefore(world, person, from) : null,
    partialFrom: row.name === "sygedagpenge" ? partialStart(world, row, from) : null,
    open: true,
    at: row.active.length,
    leaving: false,
    talkOn: from,
    held: [],
    metOn: addDays(from, -7),
    jointIn: opening.carriedFrom?.jointIn ?? 0,
  };
  if (row.name !== "sygedagpenge") endJob(world, person, from);
  if (row.name === "fleksjob") startFlexjob(world, spell);
  person.spell = spell;
  row.active.push(spell);
  count(world, spell, 1);
  schedule(world, spell);
  world.opened.push(spell);
  takeCase(world, spell);
  return spell;
}

/** People sick-listed from unemployment have no employer; most others have. */
function workBefore(world: World, person: Person, from: Day): string | null {
  if (person.spell !== null || from - person.lastUntil < 5) return null;
  return world.streams.work.chance(0.9) ? employerOf(world, person, from) : null;
}

/** Partial return begins within two weeks, for as many as keep its share of the sick at the target. */
function partialStart(world: World, row: Row, from: Day): Day | null {
  const share = lineAt(world.targets.partialReturn, yearPlace(from));
  const wanted = world.returning < share * row.active.length + 0.5;
  return wanted ? addDays(from, world.streams.work.between(0, 12)) : null;
}

function startFlexjob(world: World, spell: Spell): void {
  const company = world.companies.cooperating(spell.from);
  spell.person.job = { company, kind: "fleksjob", from: spell.from, until: addDays(world.frame.until, 1), hours: null };
}

/** Puts the spell in the list of the day it is planned to end. */
export function schedule(world: World, spell: Spell): void {
  const place = spell.until - world.frame.first;
  if (place >= world.ends.length) return;
  const list = world.ends[place];
  if (list) list.push(spell);
  else world.ends[place] = [spell];
}

/** Adds a spell to the stock (1) or takes it out (-1). */
export function count(world: World, spell: Spell, sign: 1 | -1): void {
  const { row } = spell;
  row.stock += sign * spell.share;
  row.byCode.set(spell.code, (row.byCode.get(spell.code) ?? 0) + sign * spell.share);
  if (spell.partialFrom !== null) world.returning += sign;
  if (spell.person.area === VANG) world.vang[vangGroup(row.name)] += sign;
}

/** Ends a spell on a day and writes it. The person has no spell afterwards; where they go is the caller's decision. */
export function closeSpell(world: World, spell: Spell, at: { readonly until: Day; readonly recovered: boolean }): void {
  if (!spell.open) return;
  spell.open = false;
  const { row, person } = spell;
  const last = row.active.at(-1);
  row.active.pop();
  if (last && last !== spell) {
    row.active[spell.at] = last;
    last.at = spell.at;
  }
  count(world, spell, -1);
  if (person.spell === spell) person.spell = null;
  person.lastUntil = Math.max(person.lastUntil, at.until) as Day;
  putSpell(world, spell, at.until);
  if (row.name === "sygedagpenge") settleJob(world, spell, at);
  if (row.name === "fleksjob" && person.spell === null) endJob(world, person, at.until);
}

/** Writes a spell with what belongs to it: the target group and, for the sick, the partial return. */
export function putSpell(world: World, spell: Spell, until: Day): void {
  const { person, row } = spell;
  const last_day = lastDayOf(world, until);
  record(world, "benefit_spells", {
    first_day: spell.from,
    last_day,
    citizen: person.id,
    benefit: spell.code,
    share: spell.share === 1000 && world.streams.messy.chance(0.02) ? null : spell.share / 1000,
    fund: row.name === "a_dagpenge" ? person.fund : null,
    employer: spell.employer,
  });
  putProgression(world, spell, putTargetGroups(world, spell, until));
  putCaseFile(world, spell, until);
  putYoungFile(world, spell, until);
  putNewcomerFile(world, spell, until);
  putScreening(world, spell, until);
  if (spell.partialFrom !== null && spell.partialFrom < until) {
    const hours = world.streams.messy.chance(0.04) ? null : world.streams.messy.between(4, 28);
    record(world, "partial_returns", { first_day: spell.partialFrom, last_day, citizen: person.id, hours });
  }
}

const GROUPS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  a_dagpenge: { jobparat: 1 },
  kontanthjaelp: { jobparat: 0.3, aktivitetsparat: 0.7 },
  uddannelseshjaelp: { uddannelsesparat: 0.42, aabenlyst_uddannelsesparat: 0.2, aktivitetsparat: 0.38 },
  integrationsydelse: { integrationsprogram: 1 },
  ledighedsydelse: { fleksjobvisiteret: 1 },
  fleksjob: { fleksjobvisiteret: 1 },
};

/** Long spells change group on the way: most job-ready become activity-ready, some go the other way. Gives the stretches in each. */
function putTargetGroups(world: World, spell: Spell, until: Day): readonly GroupStretch[] {
  const weights = GROUPS[spell.row.name];
  if (!weights) return [];
  const { messy } = world.streams;
  const put = (group: string, from: Day, end: Day): GroupStretch => {
    record(world, "target_group_spells", {
      first_day: from,
      last_day: lastDayOf(world, end),
      citizen: spell.person.id,
      target_group: group,
    });
    if (group === "aktivitetsparat") putArchetype(world, spell, { from, until: end });
    return { group, from, until: end };
  };
  const group = pickWeighted(messy, weights);
  const change = addDays(spell.from, messy.between(150, 900));
  if (Object.keys(weights).length < 2 || change >= until || messy.chance(0.5)) {
    return [put(group, spell.from, until)];
  }
  const other = group === "aktivitetsparat" ? (Object.keys(weights)[0] ?? group) : "aktivitetsparat";
  return [put(group, spell.from, change), put(other, change, until)];
}

/** What people do after a benefit they leave by themselves. */
export function leave(world: World, spell: Spell, at: Day): void {
  const outcome = pickWeighted(world.streams.benefits, spell.row.spec.to);
  closeSpell(world, spell, { until: at, recovered: outcome === "job" || spell.employer !== null });
  const { person } = spell;
  if (person.spell !== null) return;
  if (outcome === "education") startEducation(world, person, { from: at, row: spell.row.name });
  if (outcome === "job" && person.job === null) {
    startJob(world, person, {
      from: at,
      company: world.streams.work.chance(0.92) ? world.companies.employer(at) : null,
    });
  }
  const old = at - person.born >= PENSION_DAYS - 200;
  if (!old && !person.leavesCountry && spell.row.name !== "foertidspension") rest(world, person);
  else forgetPerson(world, person);
}
