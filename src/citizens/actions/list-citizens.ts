import { benefitsInGroup } from "../../law/public.ts";
import { staffNames, unitNames } from "../../organisation/public.ts";
import { logAccess } from "../../platform/audit/log-access.ts";
import type { Tx } from "../../platform/db/public.ts";
import { ageOn, type Day, day, isoDay } from "../../platform/kernel/day.ts";
import {
  ageRuleIds,
  type CitizenFilters,
  type CitizenList,
  type CitizenListAsk,
  type CitizenRow,
  thresholdIds,
} from "../contract.ts";
import { segmentWords } from "../groupings.ts";
import { type Coded, codedBenefit, codedIn } from "../labels.ts";
import { idsByNumber, type PersonRow, readPeople } from "../queries/people.ts";
import { spellsOf } from "../queries/record.ts";
import { ownToday } from "../queries/sight.ts";
import { readCpr } from "../rules/cpr.ts";
import { type FilterCount, hasWords, type Listed, listed, type Person } from "../rules/listed.ts";
import { nameWords } from "../rules/name-words.ts";
import { timeOnSupport } from "../rules/time-on-support.ts";
import { CASE_WORK, type Looking } from "./looking.ts";

/** Lines of a page: what a laptop shows without much scrolling. */
export const PAGE_SIZE = 25;

const NOBODY: ReadonlySet<string> = new Set();
const ID = /^(?=.*\d)[\w-]{2,60}$/;

/** A page of the citizens in sight, and how many each filter would leave. The look is logged with everybody on the page. */
export async function listCitizens(tx: Tx, asked: CitizenListAsk, who: Looking): Promise<CitizenList> {
  const restricted = new Set(await who.restricted(tx));
  const { page, ...filters } = asked;
  const { ids, aside, counts } = await findPeople(tx, filters, { who, restricted });
  const begin = (page - 1) * PAGE_SIZE;
  const units = await unitNames(tx);
  const rows = await rowsOf(tx, ids.slice(begin, begin + PAGE_SIZE), { on: who.on, restricted, units });
  await logAccess(tx, {
    user: who.user,
    action: asked.find === "" ? "citizens.list" : "citizens.find",
    purpose: CASE_WORK,
    keys: rows.map(({ id }) => id),
    data: ["citizens", "benefit_spells", "target_group_spells", "responsibilities"],
  });
  return {
    on: isoDay(who.on),
    total: ids.length,
    aside,
    page,
    pageSize: PAGE_SIZE,
    rows,
    counts: countsOf(counts, units),
  };
}

/** Those of the people in sight whom the filters leave, in their order. What is looked for is a number, an id or words of a name, whichever it looks like. */
export async function findPeople(
  tx: Tx,
  filters: CitizenFilters,
  { who, restricted }: { readonly who: Looking; readonly restricted: ReadonlySet<string> },
): Promise<Listed> {
  const reach = reachOf(who);
  const people = await who.people.inSight(tx, who.on);
  const isPersonal = restricted.size > 0 || filters.find !== "";
  const own = reach === "own" && isPersonal ? new Set(await ownToday(tx)) : NOBODY;
  const isReached = ({ id }: Person): boolean => reach === "all" || own.has(id);
  const isFound = await foundBy(tx, filters.find, { who, isReached });
  const isAside = (person: Person): boolean => restricted.has(person.id) && !isReached(person);
  const list = (): Listed => listed(people.inOrder(filters), { filters, on: who.on, isFound, isAside });
  return isPersonal ? list() : people.once(`list ${JSON.stringify(filters)}`, list);
}

type Units = Awaited<ReturnType<typeof unitNames>>;

/** What lines are made with: the day, whose data may only be stored, and what the units are called. */
export type Seen = { readonly on: Day; readonly restricted: ReadonlySet<string>; readonly units: Units };

/** Lines of the list for some citizens, as the records have them now, in the order of the ids; who is not in sight has none. */
export async function rowsOf(tx: Tx, ids: readonly string[], seen: Seen): Promise<CitizenRow[]> {
  const people = new Map((await readPeople(tx, seen.on, ids)).map((person) => [person.id, person]));
  const inOrder = ids.flatMap((id) => people.get(id) ?? []);
  return await withDetails(tx, inOrder, seen);
}

/** Adds names of units and staff and the time on support, by the rule; a protected person has no name. */
async function withDetails(
  tx: Tx,
  people: readonly PersonRow[],
  { on, restricted, units }: Seen,
): Promise<CitizenRow[]> {
  const staff = await staffNames(
    tx,
    people.flatMap((person) => person.staff ?? []),
  );
  const since = await supportedSince(tx, people, on);
  const named = <Name>(id: string | null, names: ReadonlyMap<string, Name>) =>
    id === null ? null : { id, name: names.get(id) ?? null };
  return people.map((person) => ({
    id: person.id,
    name: person.protected ? null : person.name,
    protected: person.protected,
    restricted: restricted.has(person.id),
    age: person.born === null ? null : ageOn(day(person.born), on),
    benefits: (person.benefits ?? []).map(codedBenefit),
    targetGroup: person.target_group === null ? null : targetGroup(person.target_group),
    unit: named(person.unit, units),
    staff: named(person.staff, staff),
    ...sinceAndWeeks(since.get(person.id) ?? null, on),
  }));
}

async function supportedSince(tx: Tx, people: readonly PersonRow[], on: Day): Promise<ReadonlyMap<string, Day | null>> {
  const ids = people.map(({ id }) => id);
  const support = new Set(benefitsInGroup("support"));
  const spells = (await spellsOf(tx, ids)).filter(({ benefit }) => support.has(benefit));
  const stretches = Map.groupBy(spells, ({ citizen }) => citizen);
  return new Map(
    ids.map((id) => {
      const own = (stretches.get(id) ?? []).map(({ from, until }) => ({ from: day(from), until: day(until) }));
      return [id, timeOnSupport(own, on).since];
    }),
  );
}

function sinceAndWeeks(since: Day | null, on: Day): Pick<CitizenRow, "since" | "weeks"> {
  return since === null ? { since: null, weeks: null } : { since: isoDay(since), weeks: Math.floor((on - since) / 7) };
}

type Test = (person: Person) => boolean;

async function foundBy(
  tx: Tx,
  text: string,
  { who, isReached }: { readonly who: Looking; readonly isReached: Test },
): Promise<Test> {
  if (text === "") return () => true;
  const number = readCpr(text);
  if (number.kind !== "wrong") {
    const ids = await idsByNumber(tx, who.keyring.indexesOf(who.municipality, number.number));
    return ({ id }) => ids.includes(id);
  }
  if (ID.test(text)) return ({ id }) => id === text;
  const words = nameWords(text);
  return (person) => hasWords(person, words) && (!person.protected || isReached(person));
}

/** Whom among those in sight the reader may unfold: a unit's are all that are in sight. */
function reachOf({ reveals }: Pick<Looking, "reveals">): "all" | "own" | "none" {
  return reveals === "unit" ? "all" : reveals;
}

const targetGroup = (code: string): Coded => codedIn("target_group_spells", "target_group", code);

function countsOf(counts: readonly FilterCount[], units: Units): CitizenList["counts"] {
  const of = (filter: string): readonly FilterCount[] =>
    counts.filter((count) => count.filter === filter).toSorted((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
  const labelled = (filter: string, label: (key: string) => Coded["label"]) =>
    of(filter).map(({ key, count }) => ({ key, label: label(key), count }));
  return {
    benefit: labelled("benefit", (code) => codedBenefit(code).label),
    targetGroup: labelled("targetGroup", (code) => targetGroup(code).label),
    unit: labelled("unit", (id) => ({ da: units.get(id) ?? id, en: units.get(id) ?? id })),
    segment: Object.entries(segmentWords).map(([key, { da, en }]) => ({
      key,
      label: { da, en },
      count: of("segment").find((count) => count.key === key)?.count ?? 0,
    })),
    age: ageRuleIds.map((key) => ({ key, count: of("age").find((count) => count.key === key)?.count ?? 0 })),
    time: thresholdIds.map((key) => ({ key, count: of("time").find((count) => count.key === key)?.count ?? 0 })),
    protected: of("protected")[0]?.count ?? 0,
  };
}
