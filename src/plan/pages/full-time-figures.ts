import type { Language } from "../../platform/texts/language.ts";
import type { Cell } from "../../platform/ui/csv.ts";
import type { FullTimeTable } from "../contract.ts";
import { planTexts } from "./plan-texts.ts";

/** How far a recorded figure may be from the published before it is worth a look: 2 %, or 2 persons where that is more. */
const SHARE = 0.02;
const PERSONS = 2;

/** A published figure beside the recorded one; null where either is missing. `percent` is of the published figure (0-100). */
export type Difference = { readonly persons: number; readonly percent: number | null; readonly isFar: boolean };

/** How far the recorded figure is from the published one, or null when one of them is missing. */
export function differenceOf(published: number | null, recorded: number | null): Difference | null {
  if (published === null || recorded === null) return null;
  const persons = recorded - published;
  const percent = published === 0 ? null : (persons / published) * 100;
  return { persons, percent, isFar: Math.abs(persons) > Math.max(PERSONS, published * SHARE) };
}

/** How the recorded figure of a column changed from the year before, or null where one of the two years has no data. */
export function changeOf(
  { recorded }: FullTimeTable["rows"][number],
  columns: FullTimeTable["columns"],
  index: number,
): Difference | null {
  const year = columns[index]?.year ?? 0;
  const before = columns.findIndex((column, at) => column.year === year - 1 && recorded[at] != null);
  return differenceOf(recorded[before] ?? null, recorded[index] ?? null);
}

/** How many cells that can be compared lie close, leaving budgets (a wish, not a finding) and the computed total out. */
export function matchCount({ rows, columns }: FullTimeTable): { readonly match: number; readonly all: number } {
  const differences = rows.flatMap((row) =>
    row.isTotal
      ? []
      : columns.flatMap(({ kind }, index) => {
          const difference = differenceOf(row.published[index] ?? null, row.recorded[index] ?? null);
          return kind === "budget" || !difference ? [] : [difference];
        }),
  );
  return { match: differences.filter(({ isFar }) => !isFar).length, all: differences.length };
}

/** The table as rows of a file: per column the published and the recorded figure. */
export function tableAsRows({ rows, columns }: FullTimeTable, language: Language): Cell[][] {
  const texts = planTexts[language].table;
  const head = columns.flatMap(({ year, kind }) => [
    `${year} ${texts.kind[kind]}, ${texts.published}`,
    `${year} ${texts.kind[kind]}, ${texts.recorded}`,
  ]);
  const body = rows.map(({ label, published, recorded }) => [
    label[language],
    ...columns.flatMap((_, index) => [published[index] ?? null, recorded[index] ?? null]),
  ]);
  return [[texts.benefit, ...head], ...body];
}
