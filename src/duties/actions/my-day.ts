import { namesOfCitizens } from "../../citizens/public.ts";
import { bookedFrom } from "../../contact/public.ts";
import { areaWords, eventWords, law, offerWords, type Rule } from "../../law/public.ts";
import { staffNames, unitNames } from "../../organisation/public.ts";
import { logAccess } from "../../platform/audit/log-access.ts";
import type { Tx } from "../../platform/db/public.ts";
import { type Day, isoDay } from "../../platform/kernel/day.ts";
import type { Bilingual } from "../../platform/kernel/fact.ts";
import type { CitizenDuties, DutyLine, MyDay, MyDayAsk } from "../day.ts";
import { type ListedObligation, obligationsNow } from "../queries/obligations.ts";
import { lastRefresh } from "../queries/stale.ts";
import type { Compiled } from "../rules/compile.ts";
import { countsOf, filtersOf } from "../rules/day-list.ts";
import { explain } from "../rules/explain.ts";
import { OPEN } from "../rules/status.ts";
import { obligationOf } from "../rules/stored.ts";
import { both, type Found, found, foundFor, NOBODY, whatOf } from "./found-duties.ts";
import { lawFor } from "./law-ready.ts";

/** Who looks at the day, and which day it is. */
export type DayLooking = {
  readonly municipality: string;
  readonly user: { readonly label: string; readonly role: string };
  /** Their own id among the staff. */
  readonly staff: string | null;
  readonly on: Day;
  /** Whose data may only be stored: marked for those who handle that, and for others set aside. */
  readonly heldBack: (
    tx: Tx,
  ) => Promise<{ readonly restricted: ReadonlySet<string>; readonly aside: ReadonlySet<string> }>;
};

/** Lines of a page: what a laptop shows without much scrolling. */
const PAGE_SIZE = 25;

/**
 * What must be done by when for one's own citizens, or for everybody in sight: a page of it, with how many each filter leaves. It reads the kept
 * obligations, as every other page does. The look is logged with everybody on the page.
 */
export async function readMyDay(tx: Tx, asked: MyDayAsk, who: DayLooking): Promise<MyDay> {
  const last = await lastRefresh(tx);
  const heldBack = await who.heldBack(tx);
  const { all: inSight, aside, isStale } = await foundFor(tx, asked, { ...who, aside: heldBack.aside });
  const all = inArea(inSight, asked);
  const inFilter = all.filter((one) => filtersOf(one, who.on).includes(asked.filter));
  const shown = chosenOf(all, asked, who.on);
  const page = shown.slice((asked.page - 1) * PAGE_SIZE, asked.page * PAGE_SIZE);
  await logAccess(tx, {
    user: who.user,
    action: "duties.my-day",
    purpose: "case work",
    keys: page.map(({ row }) => row.citizen),
    data: ["obligations", "appointments"],
  });
  return {
    on: isoDay(who.on),
    computedOn: isStale ? null : (last?.asOf ?? null),
    whose: asked.whose,
    only: await namedIn(tx, asked),
    citizens: new Set(all.map(({ row }) => row.citizen)).size,
    aside,
    counts: countsOf(all, who.on),
    areas: areaCounts(inSight.filter((one) => filtersOf(one, who.on).includes(asked.filter))),
    rules: ruleCounts(inFilter),
    total: shown.length,
    page: asked.page,
    pageSize: PAGE_SIZE,
    lines: await linesOf(tx, page, { ...who, restricted: heldBack.restricted }),
  };
}

/** Every line that a filter leaves, for a file: nobody whose data may only be stored, whoever asks. Log the look. */
export async function linesOfDay(tx: Tx, asked: MyDayAsk, who: DayLooking): Promise<readonly DutyLine[]> {
  const { restricted } = await who.heldBack(tx);
  const { all } = await foundFor(tx, asked, { ...who, aside: restricted });
  return linesOf(tx, chosenOf(inArea(all, asked), asked, who.on), { ...who, restricted: new Set() });
}

/** The duties about an area of the law; all when none is chosen. */
function inArea(all: readonly Found[], { area }: Pick<MyDayAsk, "area">): readonly Found[] {
  return area === undefined ? all : all.filter(({ rule }) => rule.area === area);
}

/** The duties that a filter and a rule leave. */
function chosenOf(
  all: readonly Found[],
  { filter, rule }: Pick<MyDayAsk, "filter" | "rule">,
  on: Day,
): readonly Found[] {
  const inFilter = all.filter((one) => filtersOf(one, on).includes(filter));
  return rule === undefined ? inFilter : inFilter.filter((one) => one.rule.id === rule);
}

/** What must be done by when for one citizen, met and lapsed duties left out; null when nobody of that id is in sight. The look is logged. */
export async function readCitizenDuties(tx: Tx, citizen: string, who: DayLooking): Promise<CitizenDuties | null> {
  if (!(await namesOfCitizens(tx, [citizen])).has(citizen)) return null;
  const { restricted, aside } = await who.heldBack(tx);
  const isAside = aside.has(citizen);
  const rows = isAside ? [] : await obligationsNow(tx, { statuses: OPEN, citizens: [citizen] });
  const booked = await bookedFrom(tx, isoDay(who.on), citizen);
  await logAccess(tx, {
    user: who.user,
    action: "duties.citizen",
    purpose: "case work",
    keys: [citizen],
    data: ["obligations", "appointments"],
  });
  const all = rows.flatMap((row) => found(row, booked, who.on) ?? []);
  return { on: isoDay(who.on), isAside, lines: await linesOf(tx, all, { ...who, restricted }) };
}

/** The names of the member of staff and the unit that the whole unit's duties are limited to. */
async function namedIn(tx: Tx, { whose, staff, unit }: MyDayAsk): Promise<MyDay["only"]> {
  if (whose === "mine") return { staff: null, unit: null };
  const person = staff === undefined || staff === NOBODY ? null : staff;
  return {
    staff: person === null ? null : ((await staffNames(tx, [person])).get(person) ?? person),
    unit: unit === undefined ? null : ((await unitNames(tx)).get(unit) ?? unit),
  };
}

/** In the order in which the law's data names the areas. */
function areaCounts(all: readonly Found[]): MyDay["areas"] {
  const counts = Map.groupBy(all, ({ rule }) => rule.area);
  return Object.entries(areaWords).flatMap(([area, { da, en }]) => {
    const count = counts.get(area)?.length ?? 0;
    return count === 0 ? [] : [{ area, what: { da, en }, count }];
  });
}

function ruleCounts(all: readonly Found[]): MyDay["rules"] {
  const counts = Map.groupBy(all, ({ rule }) => rule.id);
  return [...counts]
    .map(([rule, ones]) => ({ rule, what: whatOf(ones[0]?.rule), count: ones.length }))
    .toSorted((a, b) => b.count - a.count || (a.rule < b.rule ? -1 : 1));
}

async function linesOf(
  tx: Tx,
  page: readonly Found[],
  who: DayLooking & { readonly restricted: ReadonlySet<string> },
): Promise<DutyLine[]> {
  const names = await namesOfCitizens(
    tx,
    page.map(({ row }) => row.citizen),
  );
  const compiled = lawFor(who.municipality);
  const units = await unitNames(tx);
  const staff = await staffNames(
    tx,
    page.flatMap(({ row }) => row.staff ?? []),
  );
  return page.map(({ row, rule, booked }) => ({
    id: row.id,
    citizen: row.citizen,
    name: names.get(row.citizen)?.name ?? null,
    isProtected: names.get(row.citizen)?.protected ?? false,
    isRestricted: who.restricted.has(row.citizen),
    what: whatOf(rule),
    status: row.status as DutyLine["status"],
    due: row.due === null ? null : isoDay(row.due),
    lateSince: row.late === null ? null : isoDay(row.late),
    counted: row.counted,
    needed: row.needed,
    booked: booked === null ? null : isoDay(booked),
    unit: row.unit,
    unitName: calledIn(units, row.unit),
    staff: row.staff,
    staffName: calledIn(staff, row.staff),
    why: whyOf(row, rule, { compiled, on: who.on }),
  }));
}

/** What somebody or something is called; its id when it has no name. */
function calledIn(names: ReadonlyMap<string, string | null>, id: string | null): string | null {
  return id === null ? null : (names.get(id) ?? id);
}

/** Why it is owed, in the words of the law's data. */
function whyOf(
  row: ListedObligation,
  rule: Rule,
  at: { readonly compiled: Compiled; readonly on: Day },
): DutyLine["why"] {
  const why = explain(obligationOf(row, rule, at.on), at.compiled, law.rules);
  const named = (words: Readonly<Record<string, Bilingual>>, codes: readonly string[]) =>
    codes.map((code) => both(words[code] ?? { da: code, en: code }));
  return {
    rule: why.rule,
    paragraph: why.paragraph,
    says: both(why.says),
    startedBy: why.started.by,
    started: isoDay(why.started.day),
    meets: [...named(eventWords, why.meets.events), ...named(offerWords, why.meets.offers)],
    rests: why.rests.map(({ says }) => both(says)),
    more: why.more.map(({ says }) => both(says)),
    consequence: why.consequence && both(why.consequence),
    sources: why.sources.map(({ title, place }) => ({ title, place })),
    isUnverified: why.unverified.length > 0,
  };
}
