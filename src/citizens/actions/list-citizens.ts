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
import { type Coded, codedBenefit, codedIn } from "../labels.ts";
import { countPeople, type FilterCount, type ListedPerson, listPeople } from "../queries/list.ts";
import type { AskedPeople, Find } from "../queries/people.ts";
import { spellsOf } from "../queries/record.ts";
import { readCpr } from "../rules/cpr.ts";
import { nameWords } from "../rules/name-words.ts";
import { timeOnSupport } from "../rules/time-on-support.ts";
import { CASE_WORK, type Looking } from "./looking.ts";

/** Lines of a page: what a laptop shows without much scrolling. */
export const PAGE_SIZE = 25;

const ID = /^(?=.*\d)[\w-]{2,60}$/;

/** A page of the citizens in sight, and how many each filter would leave. The look is logged with everybody on the page. */
export async function listCitizens(tx: Tx, asked: CitizenListAsk, who: Looking): Promise<CitizenList> {
  const restricted = { ids: await who.restricted(tx), handled: reachOf(who) };
  const people = { ...askedPeople(asked, who), restricted };
  const rows = await withDetails(tx, await listPeople(tx, { ...people, ...pageOf(asked.page) }), who.on);
  const counts = await countPeople(tx, people);
  await logAccess(tx, {
    user: who.user,
    action: asked.find === "" ? "citizens.list" : "citizens.find",
    purpose: CASE_WORK,
    keys: rows.map(({ id }) => id),
    data: ["citizens", "benefit_spells", "target_group_spells", "responsibilities"],
  });
  return {
    on: isoDay(who.on),
    total: counts.find(({ filter }) => filter === "total")?.count ?? 0,
    aside: counts.find(({ filter }) => filter === "aside")?.count ?? 0,
    page: asked.page,
    pageSize: PAGE_SIZE,
    rows,
    counts: await countsOf(tx, counts),
  };
}

/** The filters as a question to the records. What is looked for is a number, an id or words of a name, whichever it looks like. */
export function askedPeople(filters: CitizenFilters, who: Looking): Omit<AskedPeople, "restricted"> {
  return { filters, find: findOf(filters.find, who), on: who.on };
}

/** Adds names of units and staff and the time on support, by the rule. */
export async function withDetails(tx: Tx, people: readonly ListedPerson[], on: Day): Promise<CitizenRow[]> {
  const units = await unitNames(tx);
  const staff = await staffNames(
    tx,
    people.flatMap((person) => person.staff ?? []),
  );
  const since = await supportedSince(tx, people, on);
  const named = <Name>(id: string | null, names: ReadonlyMap<string, Name>) =>
    id === null ? null : { id, name: names.get(id) ?? null };
  return people.map((person) => ({
    id: person.id,
    name: person.name,
    protected: person.protected,
    restricted: person.restricted,
    age: person.born === null ? null : ageOn(day(person.born), on),
    benefits: (person.benefits ?? []).map(codedBenefit),
    targetGroup: person.target_group === null ? null : targetGroup(person.target_group),
    unit: named(person.unit, units),
    staff: named(person.staff, staff),
    ...sinceAndWeeks(since.get(person.id) ?? null, on),
  }));
}

async function supportedSince(
  tx: Tx,
  people: readonly ListedPerson[],
  on: Day,
): Promise<ReadonlyMap<string, Day | null>> {
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

function findOf(text: string, { municipality, keyring, reveals }: Looking): Find {
  if (text === "") return { by: "nothing" };
  const number = readCpr(text);
  if (number.kind !== "wrong") return { by: "number", indexes: keyring.indexesOf(municipality, number.number) };
  if (ID.test(text)) return { by: "id", id: text };
  return { by: "name", words: nameWords(text), protectedNames: reachOf({ reveals }) };
}

/** Whom among those in sight the reader may unfold: a unit's are all that are in sight. */
function reachOf({ reveals }: Pick<Looking, "reveals">): "all" | "own" | "none" {
  return reveals === "unit" ? "all" : reveals;
}

function pageOf(page: number): { limit: number; offset: number } {
  return { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE };
}

const targetGroup = (code: string): Coded => codedIn("target_group_spells", "target_group", code);

async function countsOf(tx: Tx, counts: readonly FilterCount[]): Promise<CitizenList["counts"]> {
  const of = (filter: string): readonly FilterCount[] =>
    counts.filter((count) => count.filter === filter).toSorted((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
  const labelled = (filter: string, label: (key: string) => Coded["label"]) =>
    of(filter).map(({ key, count }) => ({ key, label: label(key), count }));
  const units = await unitNames(tx);
  return {
    benefit: labelled("benefit", (code) => codedBenefit(code).label),
    targetGroup: labelled("targetGroup", (code) => targetGroup(code).label),
    unit: labelled("unit", (id) => ({ da: units.get(id) ?? id, en: units.get(id) ?? id })),
    age: ageRuleIds.map((key) => ({ key, count: of("age").find((count) => count.key === key)?.count ?? 0 })),
    time: thresholdIds.map((key) => ({ key, count: of("time").find((count) => count.key === key)?.count ?? 0 })),
    protected: of("protected")[0]?.count ?? 0,
  };
}
