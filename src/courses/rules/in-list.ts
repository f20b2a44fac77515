import type { Course, Shown } from "../contract.ts";

/** A citizen with their course, for a list. */
export type Listed = { readonly citizen: string; readonly course: Course };

/** The filter that leaves everybody. */
export const ALL = "all";

/** How many of a list each filter leaves. */
export function countsOf(all: readonly Listed[], filters: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>([[ALL, all.length], ...filters.map((id): [string, number] => [id, 0])]);
  for (const { course } of all) for (const id of course.filters) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

/** Those of a list a filter leaves. */
export function filtered(all: readonly Listed[], filter: string): readonly Listed[] {
  return filter === ALL ? all : all.filter(({ course }) => course.filters.includes(filter));
}

type Order = { readonly column: string; readonly descending: boolean };

/** A list in the order of a column, what lacks a value last in either direction, and of equals by the citizens' ids. */
export function sorted(all: readonly Listed[], { column, descending }: Order): readonly Listed[] {
  const sign = descending ? -1 : 1;
  return all.toSorted((a, b) => {
    const [one, other] = [a.course.cells[column] ?? null, b.course.cells[column] ?? null];
    if (one === null || other === null) return Number(one === null) - Number(other === null) || byId(a, b);
    return sign * compare(one, other) || byId(a, b);
  });
}

function byId(a: Listed, b: Listed): number {
  return a.citizen < b.citizen ? -1 : Number(a.citizen > b.citizen);
}

function compare(a: NonNullable<Shown>, b: NonNullable<Shown>): number {
  if ("day" in a && "day" in b) return a.day - b.day;
  if ("number" in a && "number" in b) return a.number - b.number;
  if ("text" in a && "text" in b) return a.text.da < b.text.da ? -1 : Number(a.text.da > b.text.da);
  return 0;
}
