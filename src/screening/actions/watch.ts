import { namesOfCitizens } from "../../citizens/public.ts";
import { staffNames } from "../../organisation/public.ts";
import { logAccess } from "../../platform/audit/log-access.ts";
import type { Tx } from "../../platform/db/public.ts";
import { type Day, isoDay } from "../../platform/kernel/day.ts";
import { evidenceOf, neededFor, type Screening } from "../checked.ts";
import type { WATCHED } from "../codes.ts";
import type { ScreeningWatch, ScreeningWatchAsk } from "../contract.ts";
import { openCases, readKnown, readStretches, type StretchRow } from "../queries/people.ts";
import { type ConclusionRow, conclusionsOf } from "../queries/recorded.ts";
import { type Case, caseOn, lastNewDay, latestIn, stageOf } from "../rules/cases.ts";
import { judge } from "../rules/three-valued.ts";
import { CASE_WORK, type Keeping, PAGE_SIZE } from "./keeping.ts";

type List = (typeof WATCHED)[number];

/** Somebody's case of a screening, with what was concluded in it. */
type Candidate = {
  readonly citizen: string;
  readonly screening: Screening;
  readonly its: Case;
  readonly conclusion: ConclusionRow | null;
};
type Found = Readonly<Record<List, readonly Candidate[]>> & { readonly aside: number };

/**
 * New cases that nobody has screened yet, those whose time for it has passed, and people marked at risk for whom no early effort has
 * begun: how many, and a page of one of the lists. People whose data may only be stored are left out for those who do not handle that. The
 * look is logged with those on the page.
 */
export async function readScreeningWatch(tx: Tx, asked: ScreeningWatchAsk, who: Keeping): Promise<ScreeningWatch> {
  const { restricted, aside } = await who.heldBack(tx);
  const isNobody = asked.whose === "mine" && who.staff === null;
  const cases = isNobody
    ? new Map<string, string | null>()
    : await openCases(tx, { on: who.on, staff: asked.whose === "mine" ? who.staff : null });
  const found = await find(tx, new Set(cases.keys()), { who, aside });
  const { list = null, page } = asked;
  const rows = list === null ? [] : found[list].slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  const keys = [...new Set(rows.map(({ citizen }) => citizen))];
  // Counts alone are no look at anybody.
  if (list !== null) await logWatch(tx, keys, who);
  const names = await namesOfCitizens(tx, keys);
  const staff = await staffNames(
    tx,
    keys.flatMap((citizen) => cases.get(citizen) ?? []),
  );
  return {
    on: isoDay(who.on),
    list,
    counts: { due: found.due.length, late: found.late.length, effort: found.effort.length },
    aside: found.aside,
    page,
    pageSize: PAGE_SIZE,
    total: list === null ? 0 : found[list].length,
    lines: rows.map(({ citizen, screening: { row }, its, conclusion }) => {
      const own = cases.get(citizen) ?? null;
      return {
        citizen,
        name: names.get(citizen)?.protected ? null : (names.get(citizen)?.name ?? null),
        isProtected: names.get(citizen)?.protected ?? false,
        isRestricted: restricted.has(citizen),
        staff: own === null ? null : (staff.get(own) ?? own),
        screening: row.label,
        from: isoDay(its.from),
        newUntil: isoDay(lastNewDay(its, row.case)),
        concluded: conclusion && isoDay(conclusion.day),
      };
    }),
  };
}

async function logWatch(tx: Tx, keys: readonly string[], { user }: Keeping): Promise<void> {
  const data = ["screening_conclusions", "benefit_spells"];
  await logAccess(tx, { user, action: "screening.watch", purpose: CASE_WORK, keys: [...keys], data });
}

type Seeing = { readonly who: Keeping; readonly aside: ReadonlySet<string> };

async function find(tx: Tx, citizens: ReadonlySet<string>, { who, aside }: Seeing): Promise<Found> {
  const { on } = who;
  const screenings = who.definitions.screeningsOn(who.municipality, on);
  const benefits = [...new Set(screenings.flatMap(({ row }) => row.case.benefits))];
  const stretches = Map.groupBy(
    (await readStretches(tx, { benefits, on })).filter(({ citizen }) => citizens.has(citizen)),
    ({ citizen }) => citizen,
  );
  const open = await stillToDo(tx, candidatesIn(stretches, screenings, on), on);
  const fitting = await whomTheyAreFor(tx, open, { on, screenings });
  const isShown = ({ citizen }: Candidate): boolean => !aside.has(citizen);
  const inStage = (stage: "new" | "late") =>
    fitting
      .filter(({ conclusion, its, screening: { row } }) => !conclusion && stageOf(its, row.case, on) === stage)
      .filter(isShown);
  return {
    due: inStage("new"),
    late: inStage("late"),
    effort: fitting.filter(({ conclusion }) => conclusion !== null).filter(isShown),
    aside: new Set(fitting.map(({ citizen }) => citizen)).intersection(aside).size,
  };
}

/** Every case that runs and can still be screened, the one that has been new longest first. */
function candidatesIn(
  stretches: ReadonlyMap<string, readonly StretchRow[]>,
  screenings: readonly Screening[],
  on: Day,
): readonly Candidate[] {
  const found = [...stretches].flatMap(([citizen, own]) =>
    screenings.flatMap((screening): Candidate[] => {
      const its = caseOn(own, screening.row.case, on);
      if (its === null || stageOf(its, screening.row.case, on) === "past") return [];
      return [{ citizen, screening, its, conclusion: null }];
    }),
  );
  return found.toSorted((a, b) => a.its.from - b.its.from || (a.citizen < b.citizen ? -1 : 1));
}

/** Those that nobody concluded, and those marked at risk without an early effort; each with its conclusion. */
async function stillToDo(tx: Tx, candidates: readonly Candidate[], on: Day): Promise<readonly Candidate[]> {
  const ids = [...new Set(candidates.map(({ citizen }) => citizen))];
  const concluded = Map.groupBy(await conclusionsOf(tx, ids), ({ citizen }) => citizen);
  return candidates
    .map((one) => {
      const own = (concluded.get(one.citizen) ?? []).filter(({ screening }) => screening === one.screening.row.id);
      return { ...one, conclusion: latestIn(own, one.its, on) };
    })
    .filter(
      ({ conclusion }) => conclusion === null || (conclusion.conclusion === "i_risiko" && !conclusion.effortFrom),
    );
}

/** Without those whom a screening is known not to be for: unless it was concluded already, which somebody meant. */
async function whomTheyAreFor(
  tx: Tx,
  candidates: readonly Candidate[],
  { on, screenings }: { readonly on: Day; readonly screenings: readonly Screening[] },
): Promise<readonly Candidate[]> {
  const ids = [...new Set(candidates.map(({ citizen }) => citizen))];
  const known = await readKnown(tx, ids, neededFor(screenings.map(({ who }) => who)));
  return candidates.filter(({ citizen, screening: { who }, conclusion }) => {
    const person = known.get(citizen);
    if (!person) return false;
    return conclusion !== null || judge(who, evidenceOf(person.citizen, person.rows, on)) !== "not_met";
  });
}
