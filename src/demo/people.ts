import { addDays, type Day } from "../platform/kernel/day.ts";
import { numberFor, putInterpreter, putSurroundings } from "./identity.ts";
import { drawAge } from "./rules/ages.ts";
import { lineAt, yearPlace } from "./rules/line.ts";
import { pickWeighted } from "./rules/random.ts";
import { closeCase } from "./staff.ts";
import { endJob } from "./work.ts";
import { lastDayOf, type Person, type Row, record, unlessMissing, type World } from "./world.ts";

const DAYS_A_YEAR = 365.25;
/** The age at which every benefit of working age ends in the demo. */
export const PENSION_DAYS = Math.round(66 * DAYS_A_YEAR);
const REFUGEES = "integrationsydelse";
const VANG = "vangkvarteret";

/** Which of the two steered groups a row belongs to: support, or pension and subsidised work. */
export function vangGroup(row: string): "support" | "other" {
  return ["foertidspension", "seniorpension", "fleksjob"].includes(row) ? "other" : "support";
}

function areaFor(world: World, row: Row, at: Day): string {
  const { people } = world.streams;
  const group = vangGroup(row.name);
  const room = vangTarget(world, group, at) - world.vang[group];
  if (room >= 1 && people.chance(room > 8 ? 0.3 : 0.12)) return VANG;
  return pickWeighted(people, world.targets.people.areas);
}

/** Wanted number of residents of vangkvarteret on benefits of a group; the points of the targets stand at the end of each year. */
export function vangTarget(world: World, group: "support" | "other", at: Day): number {
  return world.frame.size * lineAt(world.targets.people.vangkvarteret[group], yearPlace(at) - 0.5);
}

/** A new person fit for a row, entering on a day at a drawn age (or the age given). The person's record goes out at once. */
export function createPerson(world: World, row: Row, at: Day): Person {
  const { people } = world.streams;
  const settings = world.targets.people;
  const age = drawAge(people, row.spec.ages);
  world.people += 1;
  const refugee = row.name === REFUGEES;
  const insured = row.name === "a_dagpenge" || (!refugee && people.chance(settings.insured * 0.6));
  const born = addDays(at, -Math.round(age * DAYS_A_YEAR));
  const needsAge = row.name.startsWith("ressourceforloeb");
  const person: Person = {
    id: `${world.frame.prefix}b${String(world.people).padStart(6, "0")}`,
    born,
    bornKnown: needsAge || !people.chance(world.targets.messy.missing.born ?? 0),
    sex: world.quotas.sex.hit(0.5) ? "kvinde" : "mand",
    education: refugee ? "ufaglaert" : pickWeighted(people, settings.education),
    fund: insured ? fundFor(world) : null,
    refugee,
    diligent: world.quotas.diligent.hit(world.targets.cvUpdated),
    area: areaFor(world, row, at),
    areaFrom: Math.max(born, addDays(at, -people.between(30, 4000))) as Day,
    spell: null,
    job: null,
    lastUntil: addDays(at, -10_000),
    offerUntil: at,
    smallUntil: at,
    nextCv: at,
    guided: false,
    leavesCountry: false,
    progress: null,
    placed: false,
    exemptUntil: at,
    contracted: false,
    hasStatus: false,
    case: null,
  };
  putCitizen(world, person, at);
  return person;
}

/** Funds differ in size: the first ones have more members. */
function fundFor(world: World): string {
  const { people } = world.streams;
  const number = 1 + Math.floor(world.targets.people.funds * people.unit() ** 1.6);
  return `fund-${String(number).padStart(2, "0")}`;
}

function putCitizen(world: World, person: Person, at: Day): void {
  const { people } = world.streams;
  const origin = person.refugee ? "ikke_vestlig" : pickWeighted(people, world.targets.people.origin);
  world.out.put("citizens", {
    id: person.id,
    name: `Syntetisk borger ${person.id.replace(/^.*b/, "")}`,
    born: person.bornKnown ? person.born : null,
    sex: unlessMissing(world, "sex", person.sex),
    origin: unlessMissing(world, "origin", origin),
    education: unlessMissing(world, "education", person.education),
    protected: people.chance(0.01),
    cpr: numberFor(world, person),
    known_from: at,
    known_until: null,
  });
  putSurroundings(world, person, at);
  putInterpreter(world, person, { at, origin });
}

/** Writes what is still open about a person who leaves the simulation: where they live and their work. */
export function forgetPerson(world: World, person: Person): void {
  putResidence(world, person, world.frame.until + 1);
  if (person.job) endJob(world, person, person.job.until);
  closeCase(world, person, person.lastUntil);
}

function putResidence(world: World, person: Person, until: number): void {
  const last_day = lastDayOf(world, until as Day);
  record(world, "residences", { first_day: person.areaFrom, last_day, citizen: person.id, area: person.area });
}

/** The person lives somewhere else from a day on. */
export function movePerson(world: World, person: Person, to: { readonly area: string; readonly from: Day }): void {
  putResidence(world, person, to.from);
  person.area = to.area;
  person.areaFrom = to.from;
}

/** Can an idle person come into a row again on a day? */
function fits(world: World, person: Person, { row, at }: { row: Row; at: Day }): boolean {
  const age = (at - person.born) / DAYS_A_YEAR;
  const [youngest, , oldest] = row.spec.ages;
  if (age < youngest || age > oldest || person.refugee !== (row.name === REFUGEES)) return false;
  if (row.name === "a_dagpenge" && person.fund === null) return false;
  if (row.name.startsWith("ressourceforloeb") && !person.bornKnown) return false;
  if (at - person.lastUntil < 10) return false;
  const group = vangGroup(row.name);
  return person.area !== VANG || world.vang[group] < vangTarget(world, group, at);
}

/** Someone from outside the benefits for a row: a person who was here before, or a new one. */
export function personFor(world: World, row: Row, at: Day): Person {
  const { people } = world.streams;
  if (people.chance(world.targets.people.reuse)) {
    for (let attempt = 0; attempt < 8 && world.idle.length > 0; attempt += 1) {
      const place = people.below(world.idle.length);
      const person = world.idle[place];
      if (!person || !fits(world, person, { row, at })) continue;
      world.idle[place] = world.idle.at(-1) ?? person;
      world.idle.pop();
      return person;
    }
  }
  return createPerson(world, row, at);
}

/** A person without a benefit waits outside; when too many wait, one of them leaves for good. */
export function rest(world: World, person: Person): void {
  closeCase(world, person, person.lastUntil);
  world.idle.push(person);
  const room = Math.max(200, Math.round(9000 * world.frame.size));
  if (world.idle.length <= room) return;
  const place = world.streams.people.below(world.idle.length);
  const leaver = world.idle[place];
  world.idle[place] = world.idle.at(-1) ?? person;
  world.idle.pop();
  if (leaver) forgetPerson(world, leaver);
}
