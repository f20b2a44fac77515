import { addDays, type Day } from "../platform/kernel/day.ts";
import { lineAt, yearPlace } from "./rules/line.ts";
import { repeat } from "./rules/quota.ts";
import { lastDayOf, type Person, record, type Spell, unlessMissing, type World } from "./world.ts";

/** Writes a person's job as ended on its planned day or on `at`, whichever comes first, and takes it from the person. */
export function endJob(world: World, person: Person, at: Day): void {
  const { job } = person;
  if (!job) return;
  person.job = null;
  const until = Math.min(at, job.until) as Day;
  if (until <= job.from) return;
  if (job.kind === "fleksjob") putFlexjob(world, { person, from: job.from, until, company: job.company });
  else putJob(world, { person, kind: "ordinaert", company: job.company, from: job.from, until, hours: job.hours });
}

type WorkLine = {
  readonly person: Person;
  readonly kind: string;
  readonly company: string | null;
  readonly from: Day;
  readonly until: Day;
  readonly hours: number | null;
};

function putJob(world: World, line: WorkLine): void {
  record(world, "employments", {
    first_day: line.from,
    last_day: lastDayOf(world, line.until),
    citizen: line.person.id,
    kind: line.kind,
    company: line.company,
    hours: line.hours === null ? null : unlessMissing(world, "hours", line.hours),
  });
}

/** A flexjob: one record per stretch with the same hours. Hours are looked at once a year; about a third rise, a tenth fall. */
function putFlexjob(world: World, job: { person: Person; company: string | null; from: Day; until: Day }): void {
  const { work } = world.streams;
  let hours = 4 + Math.round(12 * work.unit() * work.unit() + 5 * work.unit());
  let from = job.from;
  for (let next = addDays(from, work.between(200, 420)); next < job.until; next = addDays(next, 365)) {
    const change = work.chance(0.32) ? work.between(1, 3) : work.chance(0.12) ? -work.between(1, 3) : 0;
    const changed = Math.min(30, Math.max(2, hours + change));
    if (changed === hours) continue;
    putJob(world, { person: job.person, kind: "fleksjob", company: job.company, from, until: next, hours });
    hours = changed;
    from = next;
  }
  putJob(world, { person: job.person, kind: "fleksjob", company: job.company, from, until: job.until, hours });
}

/** An ordinary job from a day on, mostly full time; how long it lasts has a heavy tail. */
export function startJob(
  world: World,
  person: Person,
  at: { readonly from: Day; readonly company: string | null },
): void {
  const { work } = world.streams;
  const mean = work.chance(0.4) ? 160 : 1500;
  const hours = work.chance(0.78) ? 37 : work.between(10, 34);
  person.job = { ...at, kind: "ordinaert", hours, until: addDays(at.from, 14 + Math.round(work.exponential(mean))) };
}

/** The employer someone is sick-listed from: the job they have, or one that began years ago and is known only now. */
export function employerOf(world: World, person: Person, at: Day): string | null {
  const { work } = world.streams;
  if (person.job && person.job.until > at) return person.job.company;
  endJob(world, person, at);
  const company = world.companies.employer(at);
  const from = addDays(at, -60 - Math.round(work.exponential(1300)));
  person.job = {
    company,
    kind: "ordinaert",
    from,
    hours: work.chance(0.8) ? 37 : work.between(12, 34),
    until: addDays(at, 1),
  };
  person.job.until = addDays(at, 200 + Math.round(work.exponential(1500)));
  return company;
}

/** Sickness from a job is over on a day: most are still in it, the others left it while they were sick. */
export function settleJob(world: World, spell: Spell, at: { readonly until: Day; readonly recovered: boolean }): void {
  const { work } = world.streams;
  const { person } = spell;
  if (!person.job || spell.employer === null) return;
  const share = lineAt(world.targets.keepsJob, yearPlace(at.until));
  const keeps = at.recovered ? world.quotas.keepsJob.hit(share + 0.06) : work.chance(0.35);
  if (keeps) {
    person.job.until = Math.max(person.job.until, addDays(at.until, 60 + Math.round(work.exponential(900)))) as Day;
    return;
  }
  const days = at.until - spell.from;
  endJob(world, person, addDays(spell.from, Math.max(1, work.between(Math.round(days / 3), days))));
}

const SMALL_JOB_ROWS = [
  "kontanthjaelp",
  "uddannelseshjaelp",
  "ressourceforloeb_over_30",
  "jobafklaring",
  "integrationsydelse",
  "ledighedsydelse",
];

/** A week's new small jobs beside a benefit, so many that the target's share has one. */
export function startSmallJobs(world: World, monday: Day): void {
  const { work } = world.streams;
  const share = lineAt(world.targets.smallJobs, yearPlace(monday));
  for (const name of SMALL_JOB_ROWS) {
    const active = world.rows.get(name)?.active ?? [];
    const expected = (active.length * share * 7) / 240;
    const count = Math.floor(expected) + (work.chance(expected % 1) ? 1 : 0);
    repeat(count, () => {
      const spell = active[work.below(active.length)];
      if (spell && spell.from < monday) startSmallJob(world, spell, monday);
    });
  }
}

function startSmallJob(world: World, { person, until: benefitUntil }: Spell, monday: Day): void {
  const { work } = world.streams;
  if (person.smallUntil > monday) return;
  const until = Math.min(addDays(monday, 14 + Math.round(work.exponential(240))), benefitUntil + 30) as Day;
  person.smallUntil = until;
  const company = work.chance(0.8) ? world.companies.cooperating(monday) : null;
  putJob(world, { person, kind: "smaajob", company, from: monday, until, hours: work.between(2, 16) });
}
