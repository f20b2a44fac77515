import { addDays, addMonths, ageOn, civilOf, type Day, day, dayOf, daysInMonth } from "../platform/kernel/day.ts";
import { putContract } from "./newcomer-file.ts";
import { putResources } from "./resources.ts";
import { putAssessments, putEnd, putFastTrack, putReassessment } from "./sick-file.ts";
import { lastDayOf, recordFrom, type Spell, type World } from "./world.ts";

/* What a case holds besides its spells, talks and offers, as far as rules turn on it: see putCaseFile. */

type File = { readonly world: World; readonly spell: Spell; readonly until: Day };
type Stretch = { readonly from: Day; readonly until: Day; readonly reason?: string };

/** From this day the exemption of § 106 exists. */
const EXEMPTIONS = day("2020-01-01");
/** From this day the sick are sorted into three categories. */
const CATEGORIES = day("2014-07-01");
/** From this day a flexjob for somebody under 40 is for five years at first. */
const TEMPORARY = day("2013-01-01");
/** Flexjobs begun before this day keep the older refund. */
const OLDER_REFUND = day("2014-07-01");
/** Days of sickness benefit after which more than 22 weeks have been paid. */
const PASSED_22_WEEKS = 154;
const CONTRACTS = day("2016-07-01");
/** From this day the unemployment fund, not the jobcentre, talks with most in the first three months. */
const FUND_FIRST = day("2024-01-01");
/** From this day employed people who will be well soon are asked less of. */
const SHORT_COURSES = day("2025-01-01");
const REASONS = ["Begynder i job inden for 6 uger", "Går på barsel inden for 6 uger", "Er hjemsendt"];

function putCircumstance({ world, spell, until }: File, circumstance: string, stretch: Stretch): void {
  const end = Math.min(stretch.until, until) as Day;
  if (stretch.from >= end) return;
  const row = {
    first_day: stretch.from,
    last_day: lastDayOf(world, end),
    citizen: spell.person.id,
    circumstance,
    reason: stretch.reason ?? null,
  };
  recordFrom(world, "cases", { fact: "circumstances", row });
}

function putStep({ world, spell, until }: File, step: string, on: Day): void {
  if (on >= until) return;
  recordFrom(world, "cases", { fact: "case_steps", row: { day: on, citizen: spell.person.id, step } });
}

/** Some of those who will be off the benefit within six weeks are exempt from then on. */
function exempt(file: File): void {
  const { world, spell, until } = file;
  const { cases } = world.streams;
  if (until - spell.from < 60 || !cases.chance(0.12)) return;
  const from = addDays(until, -cases.between(14, 42));
  if (from < EXEMPTIONS || from < spell.person.exemptUntil) return;
  putCircumstance(file, "fritaget_106", { from, until, reason: REASONS[cases.below(REASONS.length)] ?? "" });
  spell.person.exemptUntil = until;
}

/** How long the citizen is expected to be sick is judged well, but not always. */
function categoryOf({ world, spell, until }: File): string {
  const { cases } = world.streams;
  if (until - spell.from <= 56 && cases.chance(0.9)) return "sygekategori_1";
  return until - spell.from > 120 && cases.chance(0.08) ? "sygekategori_3" : "sygekategori_2";
}

function sick(file: File): void {
  const { world, spell, until } = file;
  const { cases } = world.streams;
  const { from } = spell;
  if (from >= CATEGORIES) {
    const category = categoryOf(file);
    putCircumstance(file, category, { from, until });
    putAssessments(file, category);
    if (category === "sygekategori_3" && cases.chance(0.8)) toTeam(file, addDays(from, cases.between(8, 28)));
  }
  if (spell.employer !== null) {
    if (cases.chance(0.85)) putStep(file, "arbejdsgiversamtale", addDays(from, cases.between(3, 27)));
    if (from >= SHORT_COURSES && until - from <= 91 && cases.chance(0.5))
      putCircumstance(file, "rask_inden_13_uger", { from: addDays(from, cases.between(20, 50)), until });
  }
  if (cases.chance(0.35)) certificate(file, addDays(from, cases.between(20, 40)));
  if (cases.chance(0.92)) {
    const reassessed = inMonthOf(world, addDays(from, PASSED_22_WEEKS));
    putStep(file, "revurdering_sygedagpenge", reassessed);
    putReassessment(file, reassessed);
  }
  putFastTrack(file);
  putEnd(file);
}

/** A day in the month of another day. */
function inMonthOf(world: World, on: Day): Day {
  const { year, month } = civilOf(on);
  return dayOf(year, month, world.streams.cases.between(1, daysInMonth(year, month)));
}

/** Complicated cases come before the rehabilitation team within four weeks. */
function toTeam({ world, spell }: File, on: Day): void {
  if (on < world.frame.activityFrom) return;
  const row = { day: on, citizen: spell.person.id, kind: "rehabilitering", form: "fremmoede", status: "holdt" };
  recordFrom(world, "cases", { fact: "conversations", row: { ...row, repatriation_guidance: null } });
}

/** A certificate is asked for; the citizen sees the doctor, and the certificate comes, mostly in time. */
function certificate(file: File, asked: Day): void {
  const { cases } = file.world.streams;
  putStep(file, "attest_anmodning", asked);
  putStep(file, "laegekonsultation", addDays(asked, cases.chance(0.88) ? cases.between(1, 8) : cases.between(9, 20)));
  putStep(file, "attest_modtaget", addDays(asked, cases.chance(0.8) ? cases.between(5, 14) : cases.between(15, 40)));
}

function integrate(file: File): void {
  const { world, spell } = file;
  const { cases } = world.streams;
  const { person, from } = spell;
  if (!person.contracted) {
    person.contracted = true;
    if (cases.chance(0.9)) putStep(file, "introduktion_begyndt", addDays(from, cases.between(1, 5)));
    const days = cases.chance(0.9) ? cases.between(7, 28) : cases.between(35, 90);
    const signed =
      from >= CONTRACTS || from + days >= CONTRACTS ? addDays(from, days) : addDays(CONTRACTS, cases.between(1, 28));
    putStep(file, "integrationskontrakt", signed);
    if (signed < file.until) putContract(world, spell, signed);
  }
  if (person.sex === "kvinde" && cases.chance(0.06)) {
    const birth = addDays(from, cases.between(60, 500));
    putCircumstance(file, "foraeldreorlov", { from: birth, until: addMonths(birth, 6) });
  }
}

function flexjob(file: File): void {
  const { spell, world } = file;
  const { from, person } = spell;
  if (from < OLDER_REFUND) putCircumstance(file, "gammel_fleksordning", { from, until: file.until });
  if (from < TEMPORARY || ageOn(person.born, from) >= 40) return;
  putCircumstance(file, "midlertidigt_fleksjob", { from, until: addMonths(from, 60) });
  if (world.streams.cases.chance(0.9)) putStep(file, "status_fleksjob", addMonths(from, 56));
}

/** The conditions for a flexjob are assessed after half a year and then every year. */
function betweenFlexjobs(file: File): void {
  const { world, spell, until } = file;
  const { cases } = world.streams;
  const first = addDays(spell.from, cases.chance(0.85) ? cases.between(140, 180) : cases.between(190, 260));
  putStep(file, "fleksjobvurdering", first);
  for (let year = addDays(spell.from, 364); year < until; year = addDays(year, 364))
    if (cases.chance(0.9)) putStep(file, "fleksjobvurdering", inMonthOf(world, year));
}

function insured(file: File): void {
  const { world, spell, until } = file;
  if (spell.from >= FUND_FIRST && world.streams.cases.chance(0.15))
    putCircumstance(file, "visiteret_til_jobcenter", { from: spell.from, until });
  exempt(file);
}

const FILES: Readonly<Record<string, (file: File) => void>> = {
  a_dagpenge: insured,
  kontanthjaelp: exempt,
  uddannelseshjaelp: exempt,
  sygedagpenge: sick,
  integrationsydelse: integrate,
  fleksjob: flexjob,
  ledighedsydelse: betweenFlexjobs,
};

/** Writes what rules turn on in a spell's case: exemptions, sickness categories, certificates, contracts, assessments. */
export function putCaseFile(world: World, spell: Spell, until: Day): void {
  FILES[spell.row.name]?.({ world, spell, until });
  putResources(world, spell, until);
}
