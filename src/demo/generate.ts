import { addDays, type Day, day, weekday } from "../platform/kernel/day.ts";
import { putSpell } from "./benefits.ts";
import { createCompanyBook, createContacts, putCompanies } from "./companies.ts";
import type { DemoBatch } from "./contract.ts";
import { createLedger } from "./economy.ts";
import { startCourses } from "./education.ts";
import { createOffers } from "./offers.ts";
import { createOffice, putPapers } from "./office.ts";
import { createOutbox } from "./outbox.ts";
import { forgetPerson } from "./people.ts";
import { dailyCurve } from "./rules/curve.ts";
import { isWorkingDay } from "./rules/days.ts";
import { createQuota } from "./rules/quota.ts";
import { createRandom } from "./rules/random.ts";
import { keepCase, putStaff } from "./staff.ts";
import { putPopulation, putStatistics } from "./statistics.ts";
import { endPlanned, fillRows, settleDebt, steer, steerAreas } from "./stock.ts";
import { changeCodes, turnThirty } from "./switches.ts";
import { createTalks } from "./talks.ts";
import { type TargetRow, targets, yearlyLevels } from "./targets.ts";
import { startSmallJobs } from "./work.ts";
import type { Frame, Row, Streams, World } from "./world.ts";

/** The municipality whose published figures the targets are; others get the same shapes with levels of their own. */
const CALIBRATED = "0316";
const BATCH = 2000;

/** What to generate. Size 1 is Holbæk's; the same options always give the same records. */
export type DemoOptions = {
  readonly seed: string | number;
  readonly size: number;
  /** Four digits. */
  readonly municipality: string;
  /** Last day of data, 2021-12-31 when left out. */
  readonly until?: Day;
  /** From when conversations, offers and the like are recorded; 2018-01-01 when left out. */
  readonly activityFrom?: Day;
  /** Durations are divided by it: more spells for the same full-time persons. 1 when left out. */
  readonly churn?: number;
};

function frameOf(options: DemoOptions): Frame {
  const { municipality, size } = options;
  if (!/^\d{4}$/.test(municipality))
    throw new Error(`"${municipality}" is not a municipality code; write four digits, such as 0316`);
  if (!(size > 0 && size <= 100))
    throw new Error(`The size ${size} is outside 0-100; 1 is a municipality of Holbæk's size`);
  const until = addDays(options.until ?? targets.last, 1);
  if (until <= addDays(targets.first, 365))
    throw new Error("The demo needs at least a year of data; its first day is 2012-01-01");
  return {
    municipality,
    prefix: municipality === CALIBRATED ? "" : `${municipality}-`,
    size,
    churn: options.churn ?? 1,
    first: targets.first,
    until,
    activityFrom: options.activityFrom ?? targets.activityFrom,
  };
}

function createRow(frame: Frame, spec: TargetRow, factor: number): Row {
  const begins = spec.codes[0]?.from;
  const plan = {
    yearly: Object.fromEntries(
      Object.entries(yearlyLevels(spec)).map(([year, level]) => [year, level * 1000 * factor * frame.size]),
    ),
    season: spec.season,
    shapes: spec.shapes,
    from: begins ?? null,
  };
  return {
    spec,
    name: spec.row,
    curve: dailyCurve(plan, frame.first, frame.until),
    active: [],
    byCode: new Map(),
    stock: 0,
    debt: 0,
  };
}

function createWorld(options: DemoOptions): World {
  const frame = frameOf(options);
  const stream = (name: string) => createRandom(`${options.seed}/${frame.municipality}/${name}`);
  const streams: Streams = {
    people: stream("people"),
    benefits: stream("benefits"),
    work: stream("work"),
    talks: stream("talks"),
    offers: stream("offers"),
    companies: stream("companies"),
    office: stream("office"),
    messy: stream("messy"),
    staff: stream("staff"),
    identity: stream("identity"),
    cases: stream("cases"),
    courses: stream("courses"),
    resources: stream("resources"),
    young: stream("young"),
    newcomers: stream("newcomers"),
    progression: stream("progression"),
    screening: stream("screening"),
  };
  const levels = stream("levels");
  const factor = (): number => (frame.municipality === CALIBRATED ? 1 : 0.8 + 0.4 * levels.unit());
  const days = frame.until - frame.first + 1;
  return {
    frame,
    targets,
    streams,
    quotas: { keepsJob: createQuota(), diligent: createQuota(), sex: createQuota() },
    rows: new Map(targets.rows.map((spec) => [spec.row, createRow(frame, spec, factor())])),
    ends: new Array(days),
    starts: new Array(days),
    idle: [],
    out: createOutbox(frame.prefix),
    companies: createCompanyBook(frame, targets, streams),
    vang: { support: 0, other: 0 },
    opened: [],
    people: 0,
    numbers: new Set(),
    returning: 0,
  };
}

/** One day of the municipality: what ends, what changes, what is short, and what the jobcentre does about it. */
function createDays(world: World): (today: Day) => void {
  const acts = [createTalks(world), createOffers(world), createOffice(world), createLedger(world)];
  const contacts = createContacts(world);
  const order = [...world.rows.values()].reverse();
  return (today) => {
    changeCodes(world, today);
    turnThirty(world, today);
    endPlanned(world, today);
    if (isWorkingDay(today)) for (const row of order) steer(world, row, today);
    if (weekday(today) === 1) weekly(world, today);
    if (today >= world.frame.activityFrom) contacts(today);
    for (const act of acts) act(today);
    settleDebt(world, today);
  };
}

function weekly(world: World, monday: Day): void {
  steerAreas(world, monday);
  startSmallJobs(world, monday);
  if ((monday - day("2012-01-02")) % 28 === 0) startCourses(world, monday);
}

/** Writes what still runs when the data end. */
function* finish(world: World): Generator<DemoBatch> {
  const never = addDays(world.frame.until, 1);
  for (const row of world.rows.values()) {
    for (const spell of row.active) {
      putSpell(world, spell, never);
      keepCase(world, spell.person);
      forgetPerson(world, spell.person);
      yield* world.out.take(BATCH);
    }
  }
  for (const person of world.idle) {
    forgetPerson(world, person);
    yield* world.out.take(BATCH);
  }
  yield* world.out.take(1);
}

/**
 * The records of a synthetic municipality, batch by batch, in the columns of the CSV layout. Only those who are on a benefit or may come back are
 * kept in memory. Throws on an unknown code, a size outside 0-100 or a last day in the first year.
 */
export function* generateDemo(options: DemoOptions): Generator<DemoBatch> {
  const world = createWorld(options);
  const run = createDays(world);
  putCompanies(world);
  putPapers(world);
  putStaff(world);
  putPopulation(world);
  putStatistics(world);
  fillRows(world);
  for (let today = world.frame.first; today < world.frame.until; today = addDays(today, 1)) {
    run(today);
    yield* world.out.take(BATCH);
  }
  yield* finish(world);
}
