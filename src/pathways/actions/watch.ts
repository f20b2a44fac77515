import { namesOfCitizens } from "../../citizens/public.ts";
import { bookedFrom } from "../../contact/public.ts";
import { staffNames } from "../../organisation/public.ts";
import { logAccess } from "../../platform/audit/log-access.ts";
import type { Tx } from "../../platform/db/public.ts";
import { addDays, addMonths, ageOn, day, isoDay } from "../../platform/kernel/day.ts";
import type { Watch, WatchAsk } from "../contract.ts";
import { kindCalled, stepLabel } from "../kinds.ts";
import { casesOn, type DueStep, stepsDueBefore, type WithoutStep, withoutNextStep } from "../queries/watch.ts";
import { SOON_DAYS, standingOf } from "../rules/next-steps.ts";
import { CASE_WORK, DATA, type Keeping } from "./keeping.ts";

/** Lines of a page: what a laptop shows without much scrolling. */
const PAGE_SIZE = 25;
/** Young are those under so many years (Gladsaxe 2012 p. 7). */
const YOUNG_UNDER = 30;

type Found = {
  readonly late: readonly DueStep[];
  readonly soon: readonly DueStep[];
  readonly young: readonly WithoutStep[];
  readonly aside: number;
  /** The caseworker of each. */
  readonly cases: ReadonlyMap<string, string | null>;
};

/**
 * Steps that are late or fall due soon (ASK-24), and young people without a planned next step (CPL-15): how many there are, and a page of one of
 * the lists. Citizens whose data may only be stored are left out for those who do not handle that. The look is logged with those on the page.
 */
export async function readWatch(tx: Tx, asked: WatchAsk, who: Keeping): Promise<Watch> {
  const { restricted, aside } = await who.heldBack(tx);
  const found = await findWatched(tx, asked, { who, aside });
  const { list = null } = asked;
  const steps = list === null || list === "young" ? [] : pageOf(found[list], asked.page);
  const young = list === "young" ? pageOf(found.young, asked.page) : [];
  const rows = [...steps, ...young];
  const keys = [...new Set(rows.map(({ citizen }) => citizen))];
  // Counts alone are no look at anybody.
  if (list !== null)
    await logAccess(tx, { user: who.user, action: "plans.watch", purpose: CASE_WORK, keys, data: DATA });
  const told = await tellers(tx, rows, { restricted, cases: found.cases });
  const booked = young.length > 0 ? await bookedFrom(tx, isoDay(who.on)) : [];
  return {
    on: isoDay(who.on),
    list,
    counts: { late: found.late.length, soon: found.soon.length, young: found.young.length },
    aside: found.aside,
    page: asked.page,
    pageSize: PAGE_SIZE,
    total: list === null ? 0 : found[list].length,
    steps: steps.map((step) => ({ ...told(step), ...stepOf(step) })),
    young: young.map((one) => ({
      ...told(one),
      age: ageOn(day(one.born), who.on),
      booked: booked.find(({ citizen }) => citizen === one.citizen)?.day ?? null,
    })),
  };
}

function pageOf<T>(all: readonly T[], page: number): readonly T[] {
  return all.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
}

type Seeing = { readonly who: Keeping; readonly aside: ReadonlySet<string> };

async function findWatched(tx: Tx, { whose }: WatchAsk, { who, aside }: Seeing): Promise<Found> {
  if (whose === "mine" && who.staff === null) return { late: [], soon: [], young: [], aside: 0, cases: new Map() };
  const on = isoDay(who.on);
  const cases = await casesOn(tx, { on, staff: whose === "mine" ? who.staff : null });
  const citizens = [...cases.keys()];
  const due = await stepsDueBefore(tx, { citizens, before: isoDay(addDays(who.on, SOON_DAYS)) });
  const young = await withoutNextStep(tx, {
    citizens,
    on,
    bornAfter: isoDay(addMonths(who.on, -12 * YOUNG_UNDER)),
  });
  const all = [...due, ...young].map(({ citizen }) => citizen);
  const isShown = ({ citizen }: { readonly citizen: string }): boolean => !aside.has(citizen);
  const standing = ({ due: last }: DueStep) => standingOf({ state: "planned", due: last }, who.on);
  return {
    late: due.filter(isShown).filter((step) => standing(step) === "late"),
    soon: due.filter(isShown).filter((step) => standing(step) === "soon"),
    young: young.filter(isShown),
    aside: new Set(all).intersection(aside).size,
    cases,
  };
}

function stepOf(step: DueStep): Omit<Watch["steps"][number], keyof Watch["young"][number]> & { due: string } {
  const { da, en } = step.kind === null ? { da: step.text, en: step.text } : stepLabel(step.kind);
  const words = step.kind !== null && step.text !== "" ? `: ${step.text}` : "";
  const kind = kindCalled(step.plan_kind)?.label ?? { da: step.plan_kind, en: step.plan_kind };
  return {
    plan: step.plan,
    planKind: kind,
    what: { da: `${da}${words}`, en: `${en}${words}` },
    owner: step.owner,
    due: step.due,
    isDraft: step.plan_state === "draft",
  };
}

type Telling = { readonly restricted: ReadonlySet<string>; readonly cases: Found["cases"] };

/** Says whose a line is: name unless protected, caseworker, mark. */
async function tellers(
  tx: Tx,
  rows: readonly { readonly citizen: string }[],
  { restricted, cases }: Telling,
): Promise<(row: { readonly citizen: string }) => Omit<Watch["young"][number], "age" | "booked">> {
  const citizens = rows.map(({ citizen }) => citizen);
  const names = await namesOfCitizens(tx, citizens);
  const staff = await staffNames(
    tx,
    citizens.flatMap((citizen) => cases.get(citizen) ?? []),
  );
  return ({ citizen }) => {
    const own = cases.get(citizen) ?? null;
    return {
      citizen,
      name: names.get(citizen)?.name ?? null,
      isProtected: names.get(citizen)?.protected ?? false,
      isRestricted: restricted.has(citizen),
      staff: own === null ? null : (staff.get(own) ?? own),
    };
  };
}
