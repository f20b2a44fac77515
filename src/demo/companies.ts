import { addDays, type Day, day } from "../platform/kernel/day.ts";
import type { Company, CompanyBook } from "./company-book.ts";
import { activityOn, activityOver } from "./rules/days.ts";
import { createQuota } from "./rules/quota.ts";
import type { Random } from "./rules/random.ts";
import type { Targets } from "./targets.ts";
import { type Frame, lastDayOf, record, type Streams, unlessMissing, type World } from "./world.ts";

const PLAN_START = day("2020-01-01");
const RISE_FROM = day("2020-10-31");
const PLAN_END = day("2022-01-01");

function shuffled<T>(random: Random, list: readonly T[]): T[] {
  const copy = [...list];
  for (let i = copy.length - 1; i > 0; i -= 1) {
    const j = random.below(i + 1);
    [copy[i], copy[j]] = [copy[j] as T, copy[i] as T];
  }
  return copy;
}

function makeCompanies(frame: Frame, targets: Targets, random: Random): { all: Company[]; cooperating: Company[] } {
  const all: Company[] = [];
  const cooperating: Company[] = [];
  for (const band of targets.companies.bands) {
    const count = Math.max(2, Math.round(band.count * frame.size));
    const joins = createQuota();
    const contacts = createQuota(0.2);
    for (let i = 0; i < count; i += 1) {
      const young = random.chance(0.08);
      const from = young
        ? addDays(day("2014-01-01"), random.below(2000))
        : addDays(day("1970-01-01"), random.below(11_000));
      const employees = Math.round(band.low + (band.high - band.low) * random.unit() ** 3);
      const id = `${frame.prefix}v${String(all.length + 1).padStart(5, "0")}`;
      const company = { id, from, until: null, employees, contacted: contacts.hit(band.contacted) };
      all.push(company);
      if (!young && joins.hit(band.cooperates / 0.92)) cooperating.push(company);
    }
  }
  for (let i = 0; i < Math.round(targets.companies.closed * frame.size); i += 1) {
    const from = addDays(day("1980-01-01"), random.below(9000));
    const until = addDays(day("2012-06-01"), random.below(2700));
    const id = `${frame.prefix}v${String(all.length + 1).padStart(5, "0")}`;
    all.push({ id, from, until, employees: 1 + Math.round(12 * random.unit() ** 3), contacted: false });
  }
  return { all, cooperating: shuffled(random, cooperating) };
}

/** Cumulative sizes, for drawing a company in proportion to a power of its employees. */
function bySize(companies: readonly Company[], power: number): (random: Random) => Company {
  const sums = new Float64Array(companies.length);
  let sum = 0;
  for (const [i, company] of companies.entries()) {
    sum += company.employees ** power;
    sums[i] = sum;
  }
  return (random) => {
    const wanted = random.unit() * sum;
    let low = 0;
    let high = companies.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sums[middle] ?? 0) > wanted) high = middle;
      else low = middle + 1;
    }
    return companies[low] as Company;
  };
}

/** The municipality's companies, with the ways to choose one. */
export function createCompanyBook(frame: Frame, targets: Targets, streams: Streams): CompanyBook {
  const random = streams.companies;
  const { all, cooperating } = makeCompanies(frame, targets, random);
  const scaled = (count: number): number => Math.max(1, Math.round(count * frame.size));
  const large = cooperating.filter((company) => company.employees >= 8);
  const partners = large.slice(0, scaled(targets.companies.partners));
  const others = cooperating.filter((company) => !partners.includes(company));
  const employers = bySize(
    all.filter((company) => company.until === null && company.from < day("2002-01-01")),
    0.9,
  );
  const share = targets.companies.cooperationOctober2020;
  const open = (at: Day): number => {
    const part = Math.max(0, Math.min(1, (at - RISE_FROM) / (PLAN_END - 30 - RISE_FROM)));
    return Math.max(1, Math.floor(others.length * (share + (1 - share) * part)));
  };
  const used = new Set<number>();
  let next = 0;
  const cooperatingOn = (at: Day): string => {
    const limit = open(at);
    if (at >= PLAN_START) {
      while (next < limit && used.has(next)) next += 1;
      if (next < limit && random.chance(0.6)) {
        used.add(next);
        return (others[next] as Company).id;
      }
    }
    const place = Math.floor(limit * random.unit() ** 1.5);
    if (at >= PLAN_START) used.add(place);
    return (others[place] as Company).id;
  };
  return {
    all,
    partners,
    practice: others.slice(0, scaled(targets.companies.practiceAgreements)),
    employer: () => employers(random).id,
    cooperating: cooperatingOn,
    partner: () => (partners[random.below(partners.length)] as Company).id,
  };
}

/** Writes the company register and the agreements. */
export function putCompanies(world: World): void {
  const { companies, frame } = world;
  for (const [i, company] of companies.all.entries()) if (company.from < frame.until) putCompany(world, company, i + 1);
  for (const [i, company] of companies.partners.entries()) putAgreement(world, company, i % 3 === 0 ? 2019 : 2018);
  for (const [i, company] of companies.practice.entries()) putAgreement(world, company, -(2018 + (i % 4)));
}

function putCompany(world: World, company: Company, number: number): void {
  const { frame, streams } = world;
  world.out.put("companies", {
    id: company.id,
    first_day: company.from,
    last_day: company.until === null ? null : lastDayOf(world, company.until),
    name: `Syntetisk virksomhed ${String(number).padStart(4, "0")}`,
    cvr: null,
    municipality_code: frame.municipality,
    employees: unlessMissing(world, "employees", company.employees),
    advertising_protected: number % ONE_PROTECTED_IN === 1,
    industry: INDUSTRIES[streams.companies.below(INDUSTRIES.length)] ?? null,
    known_from: Math.max(company.from, frame.first),
    known_until: null,
  });
}

/** Partnerships run on; practice agreements (negative year) last about two years. */
function putAgreement(world: World, company: Company, start: number): void {
  const { companies: random } = world.streams;
  const from = addDays(day(`${Math.abs(start)}-01-01`), random.below(330));
  const until = start > 0 ? addDays(world.frame.until, 1) : addDays(from, random.between(500, 900));
  if (from >= world.frame.until) return;
  const kind = start > 0 ? "partnerskab" : "praktikaftale";
  record(world, "agreements", { first_day: from, last_day: lastDayOf(world, until), company: company.id, kind });
}

/** One company in so many has asked not to be approached with advertising; by number, so that chance is drawn as before. */
const ONE_PROTECTED_IN = 8;

const INDUSTRIES = [
  "412000",
  "433200",
  "471120",
  "494100",
  "561010",
  "620100",
  "781000",
  "812100",
  "851000",
  "871010",
  "960210",
];
const CONTACT_KINDS = ["besoeg", "moede", "telefon", "telefon", "mail"];

/** What the company service does on a day: contacts with companies. Returns the function to call each day. */
export function createContacts(world: World): (today: Day) => void {
  const random = world.streams.companies;
  const { slow } = world.targets;
  const alive = world.companies.all.filter((company) => company.until === null);
  const wanted = shuffled(
    random,
    alive.filter((company) => company.contacted && company.from < Math.min(PLAN_START, world.frame.until)),
  );
  let next = 0;
  const first = createQuota();
  const again = createQuota();
  const pace = wanted.length / (0.96 * activityOver(PLAN_START, PLAN_END, slow));
  return (today) => {
    const activity = activityOn(today, slow);
    if (today >= PLAN_START) {
      for (let due = first.due(activity * pace); due > 0 && next < wanted.length; due -= 1) {
        putContact(world, wanted[next] as Company, today);
        next += 1;
      }
    }
    const reached = today >= PLAN_START ? next : Math.round(wanted.length * 0.7);
    for (let due = again.due(activity * 4.2 * world.frame.size); due > 0 && reached > 0; due -= 1) {
      putContact(world, wanted[random.below(reached)] as Company, today);
    }
  };
}

function putContact(world: World, company: Company, today: Day): void {
  const kind = CONTACT_KINDS[world.streams.companies.below(CONTACT_KINDS.length)] ?? "telefon";
  record(world, "company_contacts", { day: today, company: company.id, kind });
}
