import { addDays, type Day, day } from "../platform/kernel/day.ts";
import { activityOn, activityOver } from "./rules/days.ts";
import { createQuota, repeat } from "./rules/quota.ts";
import { pickWeighted } from "./rules/random.ts";
import { lastDayOf, type Person, record, type Spell, unlessMissing, type World } from "./world.ts";

const PLAN_START = day("2020-01-01");
const PLAN_END = day("2022-01-01");
const PARTNERS_FROM = day("2019-12-01");
const LENGTHS: Readonly<Record<string, readonly [number, number]>> = {
  virksomhedspraktik: [20, 91],
  nytteindsats: [28, 91],
  loentilskud: [85, 182],
  vejledning_opkvalificering: [5, 70],
  ordinaer_uddannelse: [30, 365],
  mentor: [60, 182],
};

type Placement = { readonly spell: Spell; readonly kind: string; readonly company: string | null };

function putOffer(world: World, today: Day, { spell, kind, company }: Placement): void {
  const { offers } = world.streams;
  const [shortest, longest] = LENGTHS[kind] ?? [14, 60];
  const until = Math.min(addDays(today, offers.between(shortest, longest)), Math.max(spell.until, today + 7)) as Day;
  if (company !== null) spell.person.offerUntil = until;
  if (company !== null && kind !== "nytteindsats" && today >= PLAN_START) spell.person.placed = true;
  const paid = company !== null && kind !== "nytteindsats" && offers.chance(0.16);
  record(world, "offers", {
    first_day: today,
    last_day: lastDayOf(world, until),
    citizen: spell.person.id,
    kind,
    company,
    ordinary_hours: paid ? unlessMissing(world, "hours", offers.between(2, 14)) : null,
  });
}

/** Whose turn it is for an offer in a company: women, until so large a part of them as `ratio` of the men's has been placed. */
function behind(active: readonly Spell[], ratio: number): Person["sex"] {
  const placed = (sex: Person["sex"]): number => {
    const people = active.filter((spell) => spell.person.sex === sex);
    return people.filter((spell) => spell.person.placed).length / Math.max(1, people.length);
  };
  return placed("kvinde") < ratio * placed("mand") ? "kvinde" : "mand";
}

/** A citizen of one of the rows who is free for an offer in a company; women under the Integration Act a little less often than men. */
function freeSpell(world: World, today: Day, fit: (person: Person) => boolean): Spell | null {
  const { offers } = world.streams;
  const plan = world.targets.offers;
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const name = pickWeighted(offers, plan.companyRows);
    const active = world.rows.get(name)?.active ?? [];
    const spell = active[offers.below(active.length)];
    if (!spell || spell.person.offerUntil > today || spell.from >= today || spell.until - today < 14) continue;
    if (name === "integrationsydelse" && spell.person.sex !== behind(active, plan.womenIntegration)) continue;
    if (fit(spell.person)) return spell;
  }
  return null;
}

/** Someone who has been placed since 2020 and can be placed again. */
function knownSpell(world: World, today: Day, known: readonly Person[]): Spell | null {
  const { offers } = world.streams;
  for (let attempt = 0; attempt < 40 && known.length > 0; attempt += 1) {
    const person = known[offers.below(known.length)];
    const spell = person?.spell;
    if (!person || !spell?.open || person.offerUntil > today || spell.until - today < 14) continue;
    if ((world.targets.offers.companyRows[spell.row.name] ?? 0) > 0) return spell;
  }
  return null;
}

type Register = { readonly people: Person[]; readonly ids: Set<string>; readonly partnerIds: Set<string> };

function placeBefore(world: World, today: Day, kind: string): void {
  const spell = freeSpell(world, today, () => true);
  if (!spell) return;
  const partner = today >= PARTNERS_FROM && world.streams.offers.chance(0.05);
  const company = partner ? world.companies.partner() : world.companies.cooperating(today);
  putOffer(world, today, { spell, kind, company });
}

/** One placement in 2020-2021: the number of different citizens follows the path to the goal, also at partner companies. */
function placeInPlan(
  world: World,
  today: Day,
  { kind, register, part }: { kind: string; register: Register; part: number },
): void {
  const plan = world.targets.offers;
  const size = world.frame.size;
  const wantsNew = register.ids.size < plan.citizens * size * part;
  const known = wantsNew ? null : knownSpell(world, today, register.people);
  const spell = known ?? freeSpell(world, today, (person) => !register.ids.has(person.id));
  if (!spell) return;
  const { person } = spell;
  if (!register.ids.has(person.id)) register.people.push(person);
  register.ids.add(person.id);
  const wantsPartner = register.partnerIds.size < plan.partnerCitizens * size * part;
  const partner = kind !== "nytteindsats" && wantsPartner;
  if (partner) register.partnerIds.add(person.id);
  putOffer(world, today, {
    spell,
    kind,
    company: partner ? world.companies.partner() : world.companies.cooperating(today),
  });
}

function placeElsewhere(world: World, today: Day, kind: string): void {
  const { offers } = world.streams;
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const active = world.rows.get(pickWeighted(offers, world.targets.offers.otherRows))?.active ?? [];
    const spell = active[offers.below(active.length)];
    if (!spell || spell.from >= today) continue;
    putOffer(world, today, { spell, kind, company: null });
    return;
  }
}

/** Runs the offers of the municipality: call once a day after the benefits. */
export function createOffers(world: World): (today: Day) => void {
  const plan = world.targets.offers;
  const { slow } = world.targets;
  const { size, activityFrom } = world.frame;
  const usual = activityOver(plan.window.from, plan.window.until, slow);
  const whole = activityOver(PLAN_START, PLAN_END, slow);
  const register: Register = { people: [], ids: new Set(), partnerIds: new Set() };
  const companyQuota = createQuota();
  const others = Object.entries(plan.other).map(([kind, count]) => ({
    kind,
    rate: (count * size) / usual,
    quota: createQuota(),
  }));
  let done = 0;
  return (today) => {
    const activity = activityOn(today, slow);
    if (today < activityFrom || activity === 0) return;
    if (today >= PLAN_START) done += activity;
    repeat(companyQuota.due((plan.company * size * activity) / usual), () => {
      const kind = pickWeighted(world.streams.offers, plan.companyKinds);
      if (today < PLAN_START) placeBefore(world, today, kind);
      else placeInPlan(world, today, { kind, register, part: Math.min(1, done / whole) });
    });
    for (const { kind, rate, quota } of others) {
      repeat(quota.due(rate * activity), () => placeElsewhere(world, today, kind));
    }
  };
}
