import { namesOfCitizens } from "../../citizens/public.ts";
import { benefitsInGroup } from "../../law/public.ts";
import { logAccess } from "../../platform/audit/log-access.ts";
import type { Tx } from "../../platform/db/public.ts";
import { ageOn, civilOf, type Day, dayOf, isoDay } from "../../platform/kernel/day.ts";
import { covers } from "../../platform/kernel/period.ts";
import { evidenceOf, neededFor, type Screening } from "../checked.ts";
import type { Review, ReviewAsk, ReviewRows, ReviewRowsAsk } from "../contract.ts";
import { type Known, readKnown, readStretches, type StretchRow } from "../queries/people.ts";
import { type ConclusionRow, conclusionsOf } from "../queries/recorded.ts";
import { type Case, casesOf, judgedOn } from "../rules/cases.ts";
import {
  AGE_GROUPS,
  ageGroup,
  DIMENSIONS,
  type Dimension,
  firstBegun,
  lineOf,
  linesBy,
  onSupportAfter,
  peopleOf,
  type Reviewed,
  UNKNOWN,
} from "../rules/fairness.ts";
import { type ShownLine, shownLines, shownTotal } from "../rules/small-numbers.ts";
import { judge } from "../rules/three-valued.ts";
import { type Keeping, PAGE_SIZE } from "./keeping.ts";
import { groupKeys, groupLabel } from "./review-labels.ts";

/** How many years back a review can look. */
const YEARS_BACK = 6;
/** What looking at the people behind a review is for, in the access log. */
const FAIRNESS = "review of a screening's fairness";

/** Who reviews: with `fewest` set, a reader outside the staff, who sees no number on fewer people and only years that are over. */
export type Reviewing = { readonly who: Keeping; readonly fewest: number | null; readonly mayOpen: boolean };

/**
 * A screening reviewed for fairness (VIS-02): of the people whose first case of a year began in it, how many were screened and marked at
 * risk, by sex, age, origin and education, and how many of the marked were on support 26 and 52 weeks later against the other screened.
 * Null when there is no such screening or year.
 */
export async function readReview(tx: Tx, asked: ReviewAsk, reviewing: Reviewing): Promise<Review | null> {
  const { who, fewest, mayOpen } = reviewing;
  const years = yearsFor(reviewing);
  // The latest year that is over: of a running one nobody knows yet where it led.
  const year = asked.year ?? years.find((one) => isoDay(who.on) >= `${one}-12-31`) ?? 0;
  const offered = screeningsOf(year, who);
  const screening = offered.find(({ row }) => row.id === (asked.screening ?? offered[0]?.row.id));
  if (!screening || !years.includes(year)) return null;
  const { people, aside } = await reviewed(tx, { screening, year, who });
  const { row, criteria } = screening;
  const total = lineOf("all", people);
  const label = { da: "I alt", en: "In all" };
  return {
    on: isoDay(who.on),
    screenings: offered.map(({ row: { id, label: said } }) => ({ id, label: said })),
    years: [...years],
    screening: row.id,
    year,
    ...daysOf(year),
    source: row.source,
    withinWeeks: row.case.within_weeks,
    offs: criteria.flatMap(({ row: { label: said, off }, decision }) => (off ? [{ label: said, off, decision }] : [])),
    aside,
    mayOpen,
    total: { ...(fewest === null ? total : shownTotal(total, fewest)), label },
    tables: DIMENSIONS.map((by) => ({ by, lines: labelled(by, tableOf(people, by, fewest)) })),
  };
}

/** The people behind a number of a review, a page at a time; the look is logged with those on it. Null when there is no such screening or year. */
export async function readReviewRows(tx: Tx, asked: ReviewRowsAsk, { who }: Reviewing): Promise<ReviewRows | null> {
  const screening = screeningsOf(asked.year, who).find(({ row }) => row.id === asked.screening);
  if (!screening) return null;
  const { people } = await reviewed(tx, { screening, year: asked.year, who });
  const { by, key, page } = asked;
  const group = by && key !== undefined ? people.filter(({ groups }) => groups[by] === key) : people;
  const behind = peopleOf(group, asked.part).toSorted((a, b) => a.from - b.from || (a.citizen < b.citizen ? -1 : 1));
  const rows = behind.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  const keys = rows.map(({ citizen }) => citizen);
  const data = ["screening_conclusions", "benefit_spells", "citizens"];
  await logAccess(tx, { user: who.user, action: "screening.review.open", purpose: FAIRNESS, keys, data });
  const names = await namesOfCitizens(tx, keys);
  return {
    page,
    pageSize: PAGE_SIZE,
    total: behind.length,
    rows: rows.map(({ citizen, from, conclusion, after26, after52 }) => {
      const person = names.get(citizen);
      return {
        citizen,
        name: person && !person.protected ? person.name : null,
        isProtected: person?.protected ?? false,
        from: isoDay(from),
        conclusion,
        after26,
        after52,
      };
    }),
  };
}

function yearsFor({ who: { on }, fewest }: Reviewing): readonly number[] {
  const { year } = civilOf(on);
  const last = fewest === null || isoDay(on) === `${year}-12-31` ? year : year - 1;
  return Array.from({ length: YEARS_BACK }, (_, back) => last - back);
}

function daysOf(year: number): { readonly from: string; readonly to: string } {
  return { from: `${year}-01-01`, to: `${year}-12-31` };
}

/** The screenings as they were at the end of a year, or are now when it is not over. */
function screeningsOf(year: number, { definitions, municipality, on }: Keeping): readonly Screening[] {
  return definitions.screeningsOn(municipality, Math.min(on, dayOf(year, 12, 31)) as Day);
}

type Asked = { readonly screening: Screening; readonly year: number; readonly who: Keeping };
type Begun = { readonly citizen: string; readonly its: Case };

async function reviewed(
  tx: Tx,
  { screening, year, who }: Asked,
): Promise<{ readonly people: readonly Reviewed[]; readonly aside: number }> {
  const { on } = who;
  const { aside } = await who.heldBack(tx);
  const support = benefitsInGroup("support");
  const benefits = [...new Set([...screening.row.case.benefits, ...support])];
  const stretches = Map.groupBy(await readStretches(tx, { benefits, on }), ({ citizen }) => citizen);
  const days = { from: dayOf(year, 1, 1), to: dayOf(year, 12, 31) };
  const begun = [...stretches].flatMap(([citizen, own]): Begun[] => {
    const its = firstBegun(casesOf(own, screening.row.case), days);
    return its ? [{ citizen, its }] : [];
  });
  const ids = begun.map(({ citizen }) => citizen);
  // Sex and origin are read here whatever the criteria use: whether it works alike for all is what the review is about.
  const known = await readKnown(tx, ids, { ...neededFor([screening.who]), sex: true, origin: true });
  const concluded = Map.groupBy(
    (await conclusionsOf(tx, ids)).filter((one) => one.screening === screening.row.id),
    ({ citizen }) => citizen,
  );
  const all = begun.flatMap(({ citizen, its }) => {
    const person = known.get(citizen);
    if (!person || !isWanted(screening, person, { its, on })) return [];
    const first = (concluded.get(citizen) ?? []).find(({ day }) => covers(its, day) && day <= on);
    return [asReviewed(person, { its, first: first ?? null, on, own: supported(stretches.get(citizen)) })];
  });
  const people = all.filter(({ citizen }) => !aside.has(citizen));
  return { people, aside: all.length - people.length };
}

function supported(own: readonly StretchRow[] = []): readonly StretchRow[] {
  const support = benefitsInGroup("support");
  return own.filter(({ benefit }) => support.includes(benefit));
}

/** Was the screening for somebody, or may it have been, as their case stood at the end of its new weeks? */
function isWanted({ who, row }: Screening, { citizen, rows }: Known, { its, on }: { its: Case; on: Day }): boolean {
  return judge(who, evidenceOf(citizen, rows, judgedOn(its, row.case, on))) !== "not_met";
}

type Course = {
  readonly its: Case;
  readonly first: ConclusionRow | null;
  readonly on: Day;
  readonly own: readonly StretchRow[];
};

function asReviewed({ citizen }: Known, { its: { from }, first, on, own }: Course): Reviewed {
  const text = (value: unknown): string => (typeof value === "string" ? value : UNKNOWN);
  const born = typeof citizen.born === "number" ? (citizen.born as Day) : null;
  return {
    citizen: String(citizen.id),
    from,
    conclusion: first?.conclusion ?? null,
    groups: {
      sex: text(citizen.sex),
      age: ageGroup(born === null ? null : ageOn(born, from)),
      origin: text(citizen.origin),
      education: text(citizen.education),
    },
    after26: onSupportAfter(own, { from, weeks: 26, on, concluded: first?.day ?? null }),
    after52: onSupportAfter(own, { from, weeks: 52, on, concluded: first?.day ?? null }),
  };
}

function tableOf(people: readonly Reviewed[], by: Dimension, fewest: number | null): readonly ShownLine[] {
  const lines = linesBy(people, by, by === "age" ? AGE_GROUPS : groupKeys(by));
  return fewest === null ? lines : shownLines(lines, fewest);
}

function labelled(by: Dimension, lines: readonly ShownLine[]): Review["tables"][number]["lines"] {
  return lines.map((line) => ({ ...line, label: groupLabel(by, line.key) }));
}
