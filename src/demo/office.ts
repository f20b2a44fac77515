import { addDays, type Day, day, weekday } from "../platform/kernel/day.ts";
import { closeSpell, schedule } from "./benefits.ts";
import { rest } from "./people.ts";
import { activityOn, activityOver } from "./rules/days.ts";
import { createQuota, repeat } from "./rules/quota.ts";
import { pickWeighted } from "./rules/random.ts";
import { startJob } from "./work.ts";
import { lastDayOf, record, rowOf, type Spell, type World } from "./world.ts";

const OFFICE_FROM = day("2019-01-01");
const PLAN_START = day("2020-01-01");
const PLAN_END = day("2022-01-01");

function anyone(world: World, rows: readonly string[]): Spell | null {
  const { office } = world.streams;
  const active = world.rows.get(rows[office.below(rows.length)] ?? "")?.active ?? [];
  return active[office.below(active.length)] ?? null;
}

/** A hire through the recruitment service. Of every ten, seven are people the jobcentre knows; they leave their benefit for the job. */
function recruit(world: World, today: Day): void {
  const { office } = world.streams;
  const company = world.companies.cooperating(today);
  const spell = office.chance(0.7) ? anyone(world, ["a_dagpenge", "a_dagpenge", "kontanthjaelp"]) : null;
  const hired = spell && spell.from < today && !spell.leaving ? spell : null;
  const job_order = office.chance(0.8) ? `ordre-${office.between(1000, 9999)}` : null;
  record(world, "recruitments", { day: today, company, citizen: hired?.person.id ?? null, job_order });
  if (!hired) return;
  closeSpell(world, hired, { until: today, recovered: true });
  if (hired.person.spell !== null) return;
  startJob(world, hired.person, { from: today, company });
  rest(world, hired.person);
}

function complain(world: World, today: Day, inTime: boolean): void {
  const { office } = world.streams;
  const known = office.chance(0.85) ? anyone(world, ["a_dagpenge", "sygedagpenge", "kontanthjaelp"]) : null;
  const answered = addDays(today, inTime ? office.between(1, 7) : office.between(8, 25));
  record(world, "complaints", {
    day: today,
    citizen: known?.person.id ?? null,
    answered: answered < world.frame.until && !office.chance(0.01) ? answered : null,
  });
}

/** Someone who was guided on repatriation decides to go home, and leaves some weeks later. */
function repatriate(world: World, today: Day): void {
  const { office } = world.streams;
  const active = rowOf(world, "integrationsydelse").active;
  const spell = active.find((each) => each.person.guided && !each.person.leavesCountry && each.until - today > 60);
  if (!spell) return;
  spell.person.leavesCountry = true;
  spell.until = addDays(today, office.between(25, 50));
  schedule(world, spell);
  record(world, "repatriation_decisions", { day: today, citizen: spell.person.id, after_guidance: true });
}

function dialogue(world: World, today: Day): void {
  const { office } = world.streams;
  const number = 1 + Math.floor(world.targets.people.funds * 0.8 * office.unit() ** 1.3);
  record(world, "fund_dialogues", { day: today, fund: `fund-${String(number).padStart(2, "0")}` });
}

/** CVs are renewed within half a year by most; others let them lie. Call on Mondays. */
function renewCvs(world: World, monday: Day): void {
  const { office } = world.streams;
  for (const name of CV_ROWS) {
    for (const { person, from } of world.rows.get(name)?.active ?? []) {
      if (person.nextCv > monday || from > monday) continue;
      record(world, "cv_updates", { day: addDays(monday, office.below(5)), citizen: person.id });
      person.nextCv = addDays(monday, person.diligent ? office.between(60, 150) : office.between(240, 700));
    }
  }
}

const CV_ROWS = [
  "a_dagpenge",
  "kontanthjaelp",
  "uddannelseshjaelp",
  "integrationsydelse",
  "ledighedsydelse",
  "revalidering",
  "ressourceforloeb_over_30",
  "ressourceforloeb_under_30",
  "jobafklaring",
];

/** What the jobcentre does beside conversations and offers: hires, complaints, dialogues with funds, CVs. Call once a day. */
export function createOffice(world: World): (today: Day) => void {
  const { targets, frame } = world;
  const recruitments = createQuota();
  const complaints = createQuota();
  const dialogues = createQuota();
  const inTime = createQuota();
  const pace = targets.companies.recruitments20202021 / activityOver(PLAN_START, PLAN_END, targets.slow);
  const decisions = new Set(frame.size >= 0.5 ? targets.repatriation : targets.repatriation.slice(0, 1));
  return (today) => {
    if (today < frame.activityFrom) return;
    if (weekday(today) === 1) renewCvs(world, today);
    const activity = activityOn(today, targets.slow);
    if (decisions.has(today)) repatriate(world, today);
    const level = today >= PLAN_START ? 1 : 0.7;
    repeat(recruitments.due(activity * pace * frame.size * level), () => recruit(world, today));
    if (today < OFFICE_FROM) return;
    repeat(complaints.due((activity * targets.complaints.perYear * frame.size) / 230), () =>
      complain(world, today, inTime.hit(targets.complaints.inTime)),
    );
    repeat(dialogues.due(activity * 0.24), () => dialogue(world, today));
  };
}

/** Contracts, deliveries, surveys: what stands by itself. */
export function putPapers(world: World): void {
  const { targets, frame } = world;
  for (const each of targets.providers) {
    const last_day = each.until === null ? null : lastDayOf(world, addDays(each.until, 1));
    if (each.from >= frame.until) continue;
    record(world, "provider_contracts", {
      first_day: each.from,
      last_day,
      provider: each.provider,
      ethics_code: each.ethics,
    });
  }
  for (const each of targets.deliveries) {
    if (each.day < frame.until) record(world, "plan_deliveries", { day: each.day, item: each.item });
  }
  for (const survey of targets.surveys) if (survey.day < frame.until) putSurvey(world, survey);
}

function putSurvey(world: World, survey: World["targets"]["surveys"][number]): void {
  const answers = createQuota();
  const satisfied = createQuota();
  const { office } = world.streams;
  for (let i = 0; i < Math.max(10, Math.round(survey.invited * world.frame.size)); i += 1) {
    const good = { meget_tilfredsstillende: 0.35, tilfredsstillende: 0.65 };
    const other = { hverken_eller: 0.55, utilfredsstillende: 0.3, meget_utilfredsstillende: 0.15 };
    const answered = answers.hit(survey.answered);
    const answer = answered ? pickWeighted(office, satisfied.hit(survey.satisfied) ? good : other) : null;
    record(world, "survey_answers", { day: survey.day, survey: survey.code, respondent: survey.respondent, answer });
  }
}
