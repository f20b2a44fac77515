import { countForm, fill, type SameTexts } from "../../platform/texts/catalogue.ts";
import { formatNumber } from "../../platform/texts/format.ts";
import type { Language } from "../../platform/texts/language.ts";
import type { MemberRow, OrganisationAnswer } from "../contract.ts";
import type { da } from "../texts.da.ts";

type Texts = SameTexts<(typeof da)["first"]>;
type Said = { readonly texts: Texts; readonly language: Language };

const FULL = 1000;

/** What the reader may see counted: cases, those that nobody has, and full time in thousandths. */
type Sums = {
  readonly cases: number;
  readonly unassigned: number;
  readonly departed: number;
  readonly fullTime: number;
};

/** The sums of the units the reader may see counted, each once; null when there are none. */
function sumsOf({ units, staff }: OrganisationAnswer): Sums | null {
  const counted = units.filter(({ cases }) => cases !== null);
  const ids = new Set(counted.map(({ id }) => id));
  const tops = counted.filter(({ parent }) => parent === null || !ids.has(parent));
  if (tops.length === 0) return null;
  const sum = (of: (unit: (typeof units)[number]) => number): number => tops.reduce((all, unit) => all + of(unit), 0);
  return {
    cases: sum(({ cases }) => cases ?? 0),
    unassigned: sum(({ unassigned }) => unassigned ?? 0),
    departed: staff.filter(({ left }) => left).reduce((all, { cases }) => all + (cases ?? 0), 0),
    fullTime: sum(({ fullTime }) => fullTime),
  };
}

/** What the page answers first: has every case an owner? Those who may not see cases are told who works here. */
export function firstLine(organisation: OrganisationAnswer, { texts, language }: Said): string {
  const number = (value: number): string => formatNumber(value, language);
  const { units, staff } = organisation;
  if (units.length === 0) return texts.empty;
  const sums = sumsOf(organisation);
  if (!sums) {
    const heads = new Set(staff.filter(({ left }) => !left).map(({ person }) => person)).size;
    const inUnits = fill(countForm(language, units.length, texts.units), { count: number(units.length) });
    return fill(countForm(language, heads, texts.heads), { heads: number(heads), units: inUnits });
  }
  if (sums.cases === 0) return texts.noCases;
  const ownerless = sums.unassigned + sums.departed;
  if (ownerless === 0) return fill(countForm(language, sums.cases, texts.all), { cases: number(sums.cases) });
  return fill(countForm(language, ownerless, texts.ownerless), {
    count: number(ownerless),
    cases: number(sums.cases),
  });
}

/** What else to know at once: cases with somebody who has left, staff without a unit, and who has the most. */
export function moreLines(organisation: OrganisationAnswer, { texts, language }: Said): readonly string[] {
  const number = (value: number): string => formatNumber(value, language);
  const known = new Set(organisation.units.map(({ id }) => id));
  const lost = organisation.staff.filter(({ unit, left }) => !left && !known.has(unit)).length;
  const sums = sumsOf(organisation);
  const departed = sums?.departed ?? 0;
  const busiest = busiestOf(organisation.staff);
  const average = sums && sums.fullTime > 0 ? sums.cases / (sums.fullTime / FULL) : null;
  return [
    ...(departed > 0 ? [fill(countForm(language, departed, texts.departed), { count: number(departed) })] : []),
    ...(lost > 0 ? [fill(countForm(language, lost, texts.lost), { count: number(lost) })] : []),
    ...(busiest && average !== null
      ? [
          fill(texts.busiest, {
            name: busiest.name ?? busiest.person,
            load: number(Math.round(loadOf(busiest))),
            average: number(Math.round(average)),
          }),
        ]
      : []),
  ];
}

/** Cases per full-time position. */
function loadOf({ cases, share }: MemberRow): number {
  return (cases ?? 0) / (share / FULL);
}

function busiestOf(staff: readonly MemberRow[]): MemberRow | null {
  const working = staff.filter(({ cases, share, left }) => !left && share > 0 && (cases ?? 0) > 0);
  return working.toSorted((a, b) => loadOf(b) - loadOf(a))[0] ?? null;
}
