import { addDays, type Day } from "../platform/kernel/day.ts";
import { lastDayOf, recordFrom, type Spell, type World } from "./world.ts";

/* What the follow-up of a sickness case notes of itself: see putAssessments and the others. All is drawn from a stream of its own. */

/** A sickness spell, and the first day it no longer runs. */
export type SickCase = { readonly world: World; readonly spell: Spell; readonly until: Day };

/** Cumulative shares, in percent: the first whose number is not below the draw. */
type Shares = readonly (readonly [share: number, value: string])[];

const JOBS: Shares = [
  [76, "bevaret"],
  [90, "i_fare"],
  [100, "mistet"],
];
const GROUNDS: Shares = [
  [40, "nr_2"],
  [75, "nr_3"],
  [83, "nr_5"],
  [90, "nr_6"],
  [95, "nr_4"],
  [100, "nr_7"],
];
const DECISIONS: Shares = [
  [70, "forlaenget"],
  [85, "jobafklaring"],
  [100, "ophoert"],
];
const ENDS_FROM_JOB: Shares = [
  [72, "samme_job"],
  [82, "andet_job"],
  [92, "ledig"],
  [97, "jobafklaring"],
  [100, "andet"],
];
const ENDS_WITHOUT_JOB: Shares = [
  [14, "andet_job"],
  [60, "ledig"],
  [80, "jobafklaring"],
  [87, "ressourceforloeb"],
  [93, "fleksjob"],
  [97, "pension"],
  [100, "andet"],
];
const REASONS = ["Afventer behandling", "Arbejdsevnen skal afprøves", "Afventer svar fra speciallæge"];

function draw(world: World, shares: Shares): string {
  const at = world.streams.courses.between(1, 100);
  return shares.find(([share]) => at <= share)?.[1] ?? "";
}

function isTold({ world, until }: SickCase, day: Day): boolean {
  return day >= world.frame.activityFrom && day < Math.min(until, world.frame.until);
}

/** What was expected, judged once and, of those long sick, mostly once more. */
export function putAssessments(sick: SickCase, category: string): void {
  const { world, spell, until } = sick;
  const { courses } = world.streams;
  const first = addDays(spell.from, courses.between(5, 20));
  if (!courses.chance(0.85)) return;
  putAssessment(sick, { day: first, category });
  const again = addDays(spell.from, courses.between(70, 110));
  if (again < until && courses.chance(0.6)) putAssessment(sick, { day: again, category });
}

function putAssessment(sick: SickCase, { day, category }: { readonly day: Day; readonly category: string }): void {
  const { world, spell, until } = sick;
  const { courses } = world.streams;
  if (!isTold(sick, day)) return;
  const guess = addDays(until, courses.between(-14, 28));
  const isKnown = courses.chance(category === "sygekategori_3" ? 0.3 : 0.8);
  const row = {
    day,
    citizen: spell.person.id,
    category,
    expected_day: isKnown && guess > day ? guess : null,
    clear_course: category !== "sygekategori_3" && courses.chance(0.85),
    serious: courses.chance(0.06),
    job: spell.employer === null ? "intet" : draw(world, JOBS),
    well_in_13_weeks: null,
    under_26_weeks: null,
    reason: null,
  };
  recordFrom(world, "courses", { fact: "sickness_assessments", row });
}

/** Some employers and citizens ask for an early talk, which is mostly held within the two weeks. */
export function putFastTrack(sick: SickCase): void {
  const { world, spell } = sick;
  const { courses } = world.streams;
  const asked = addDays(spell.from, courses.between(4, 34));
  if (spell.employer === null || !courses.chance(0.06) || !isTold(sick, asked)) return;
  const asked_by = courses.chance(0.7) ? "arbejdsgiver" : "borger";
  const citizen = spell.person.id;
  const answer = addDays(asked, courses.chance(0.9) ? courses.between(2, 13) : courses.between(15, 25));
  const isAnswered = courses.chance(0.92) && isTold(sick, answer);
  const isHeld = courses.chance(0.85);
  const outcome = isHeld ? "samtale" : "afslaaet";
  const settled = isAnswered ? { outcome, outcome_day: answer } : { outcome: null, outcome_day: null };
  const row = { day: asked, citizen, asked_by, ...settled, reason: null };
  recordFrom(world, "courses", { fact: "fast_track_requests", row });
  putStep(sick, "fast_track_anmodning", asked);
  if (!isAnswered) return;
  if (!isHeld) {
    putStep(sick, "fast_track_bortfaldet", answer);
    return;
  }
  const talk = { day: answer, citizen, kind: "fast_track", form: "fremmoede", status: "holdt" };
  recordFrom(world, "courses", { fact: "conversations", row: { ...talk, repatriation_guidance: null } });
}

function putStep({ world, spell }: SickCase, step: string, day: Day): void {
  recordFrom(world, "courses", { fact: "case_steps", row: { day, citizen: spell.person.id, step } });
}

/** What the reassessment of a day decided, and the extension that follows from it. */
export function putReassessment(sick: SickCase, day: Day): void {
  const { world, spell, until } = sick;
  const { courses } = world.streams;
  if (!isTold(sick, day)) return;
  const citizen = spell.person.id;
  const decision = until > addDays(day, 35) ? draw(world, DECISIONS) : draw(world, DECISIONS.slice(1));
  const isExtended = decision === "forlaenget";
  const last = addDays(day, courses.between(60, 300));
  const row = {
    day,
    citizen,
    decision,
    ground: isExtended ? draw(world, GROUNDS) : null,
    extended_to: isExtended ? last : null,
    reason: REASONS[courses.below(REASONS.length)] ?? null,
  };
  recordFrom(world, "courses", { fact: "benefit_reassessments", row });
  if (!isExtended) return;
  const end = Math.min(addDays(last, 1), until) as Day;
  const held = {
    first_day: day,
    last_day: lastDayOf(world, end),
    citizen,
    circumstance: "forlaenget_27",
    reason: null,
  };
  recordFrom(world, "courses", { fact: "circumstances", row: held });
}

/** How a case that is over ended; some are not noted yet. */
export function putEnd(sick: SickCase): void {
  const { world, spell, until } = sick;
  const last = addDays(until, -1);
  const shares = spell.employer === null ? ENDS_WITHOUT_JOB : ENDS_FROM_JOB;
  const isNoted = world.streams.courses.chance(0.88);
  if (until > world.frame.until || last < world.frame.activityFrom || !isNoted) return;
  const row = { day: last, citizen: spell.person.id, outcome: draw(world, shares), reason: null };
  recordFrom(world, "courses", { fact: "sickness_ends", row });
}
