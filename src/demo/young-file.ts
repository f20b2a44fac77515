import { addDays, addMonths, ageOn, civilOf, type Day, dayOf } from "../platform/kernel/day.ts";
import { pickWeighted } from "./rules/random.ts";
import { recordFrom, type Spell, type World } from "./world.ts";

/* What the effort for young people notes: direction, orders, applications. All is drawn from a stream of its own. */

type Case = { readonly world: World; readonly spell: Spell; readonly until: Day };

const OLD = 30;
/** How often somebody of a benefit is assessed. */
const ROWS: Readonly<Record<string, number>> = { uddannelseshjaelp: 0.85, kontanthjaelp: 0.5, a_dagpenge: 0.35 };
const UNSKILLED = { uddannelse: 0.62, job: 0.18, laering_i_job: 0.2 };
const SKILLED = { job: 0.93, uddannelse: 0.07 };
const READING = { klarer_sig: 0.56, behov: 0.15, ordblind: 0.08, none: 0.21 };
const COMPETENCES = { none: 0.6, ikke_relevant: 0.25, tilbudt: 0.09, gennemfoert: 0.06 };
const KINDS = { erhvervsuddannelse: 0.48, gymnasial: 0.2, fgu: 0.2, videregaaende: 0.09, saerlig: 0.03 };
const ANSWERS = { optaget: 0.68, venteliste: 0.1, afvist: 0.14, trukket: 0.08 };
const OUTCOMES = { opfyldt: 0.76, ikke_opfyldt: 0.16, ophaevet: 0.08 };
/** Months in which studies begin. */
const STARTS = [2, 8];

const orNull = (value: string): string | null => (value === "none" ? null : value);

/** Can something of the case be told of on a day: from when the jobcentre's activity is recorded to the last day of case and data? */
function isTold({ world, spell, until }: Case, on: Day): boolean {
  return on >= Math.max(world.frame.activityFrom, spell.from) && on < Math.min(until, world.frame.until);
}

function put(
  { world, spell }: Case,
  fact: string,
  row: Readonly<Record<string, string | number | boolean | null>>,
): void {
  recordFrom(world, "young", { fact, row: { ...row, citizen: spell.person.id, reason: null } });
}

function putAssessment(one: Case, on: Day, direction: string): void {
  const { young } = one.world.streams;
  const row = {
    day: on,
    direction,
    other_problems: young.chance(0.1) ? null : young.chance(0.42),
    reading: orNull(pickWeighted(young, READING)),
    competences: orNull(pickWeighted(young, COMPETENCES)),
  };
  if (isTold(one, on)) put(one, "youth_assessments", row);
}

/** The day of a year's intake that comes next after a day: the first of February or of August. */
function intakeAfter(on: Day): Day {
  const { year } = civilOf(on);
  const days = [year, year + 1].flatMap((each) => STARTS.map((month) => dayOf(each, month, 1)));
  return days.find((each) => each > addDays(on, 30)) ?? addDays(on, 200);
}

/** An application, with its answer when that has come by the end of the data. */
function putApplication(one: Case, on: Day): void {
  const { young } = one.world.streams;
  const kind = pickWeighted(young, KINDS);
  const answered = addDays(on, young.between(25, 60));
  const isAnswered = answered < one.world.frame.until;
  const answer = pickWeighted(young, ANSWERS);
  const begins = isAnswered && answer === "optaget" ? intakeAfter(answered) : null;
  if (isTold(one, on))
    put(one, "education_applications", { day: on, kind, answer: isAnswered ? answer : null, begins });
}

type Order = { readonly demand: string; readonly on: Day; readonly days: number };

/** An order with its outcome, which some wait for. The day it was met; null when it was not, or not yet. */
function putOrder(one: Case, { demand, on, days }: Order): Day | null {
  const { young } = one.world.streams;
  const deadline = addDays(on, days);
  const settled = addDays(on, young.between(Math.ceil(days / 2), days + 4));
  const outcome = pickWeighted(young, OUTCOMES);
  const isLate = young.chance(0.08);
  if (!isTold(one, on)) return null;
  const isSettled = settled < Math.min(one.until, one.world.frame.until) && !isLate;
  const row = { day: on, demand, deadline, ruled_out_by: null };
  put(one, "education_orders", {
    ...row,
    outcome: isSettled ? outcome : null,
    outcome_day: isSettled ? settled : null,
  });
  return isSettled && outcome === "opfyldt" ? settled : null;
}

/** Somebody with dependants is guided; others propose an education, then apply for it, then begin. */
function putOrders(one: Case, from: Day): void {
  const { young } = one.world.streams;
  const hasDependants = young.chance(0.08);
  if (hasDependants) {
    const row = { day: from, demand: "vejledning", deadline: null, outcome: null, outcome_day: null };
    if (isTold(one, from)) put(one, "education_orders", { ...row, ruled_out_by: "forsoerger" });
    return;
  }
  const proposed = putOrder(one, { demand: "foreslaa", on: from, days: young.between(14, 28) });
  if (proposed === null) return;
  const applied = putOrder(one, {
    demand: "soeg",
    on: addDays(proposed, young.between(3, 20)),
    days: young.between(30, 60),
  });
  if (applied === null) return;
  putApplication(one, applied);
  const { year } = civilOf(applied);
  if (young.chance(0.5))
    putOrder(one, {
      demand: "begynd",
      on: addDays(applied, 60),
      days: Math.max(30, dayOf(year, 12, 31) - applied - 60),
    });
}

/** Writes what is noted of somebody who is young on a benefit of the effort: the direction, and on the way to an education orders and applications. */
export function putYoungFile(world: World, spell: Spell, until: Day): void {
  const share = ROWS[spell.row.name];
  const { young } = world.streams;
  const { person } = spell;
  const begins = Math.max(spell.from, world.frame.activityFrom) as Day;
  if (share === undefined || until <= begins || ageOn(person.born, begins) >= OLD || !young.chance(share)) return;
  const one: Case = { world, spell, until: Math.min(until, addMonths(person.born, OLD * 12)) as Day };
  const wait = spell.from < begins ? young.between(5, 300) : young.between(4, 24);
  const first = addDays(begins, wait);
  const direction = pickWeighted(young, person.education === "ufaglaert" ? UNSKILLED : SKILLED);
  putAssessment(one, first, direction);
  if (direction === "uddannelse" && spell.row.name === "uddannelseshjaelp")
    putOrders(one, addDays(first, young.between(1, 14)));
  else if (direction === "uddannelse" && young.chance(0.4)) putApplication(one, addDays(first, young.between(20, 90)));
  const again = addDays(first, young.between(180, 420));
  if (young.chance(0.6)) putAssessment(one, again, young.chance(0.75) ? direction : "laering_i_job");
}
