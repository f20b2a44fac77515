import type { MemberRow, UnitRow } from "../contract.ts";

type Unit = Pick<UnitRow, "id" | "name" | "kind" | "parent">;
type Cases = Pick<UnitRow, "cases" | "unassigned">;
type Sums = Cases & Pick<UnitRow, "heads" | "fullTime">;

/** A unit in its place, with its sums. */
type TreeRow = Omit<UnitRow, "groups">;

/**
 * The units as a tree laid flat: each below the one it belongs to, in the order given, with the sums of all units below it. A sum
 * with a part that may not be seen may not be seen either. A unit whose parent is gone, or that belongs to itself, stands at the top.
 */
export function unitTree(
  units: readonly Unit[],
  members: readonly Pick<MemberRow, "unit" | "share">[],
  casesOf: (unit: string) => Cases,
): readonly TreeRow[] {
  const known = new Set(units.map(({ id }) => id));
  const placed = new Set<string>();
  const below = Map.groupBy(units, ({ parent }) => (parent !== null && known.has(parent) ? parent : null));
  const staff = Map.groupBy(members, ({ unit }) => unit);
  const own = (id: string): Sums => {
    const here = staff.get(id) ?? [];
    return { heads: here.length, fullTime: here.reduce((sum, { share }) => sum + share, 0), ...casesOf(id) };
  };
  const branch = (unit: Unit, level: number): readonly TreeRow[] => {
    if (placed.has(unit.id)) return [];
    placed.add(unit.id);
    const inner = (below.get(unit.id) ?? []).map((child) => branch(child, level + 1));
    const parts = inner.flatMap(([top]) => (top ? [top] : []));
    return [{ ...unit, level, ...parts.reduce(plus, own(unit.id)) }, ...inner.flat()];
  };
  const rows = (below.get(null) ?? []).flatMap((unit) => branch(unit, 0));
  return [...rows, ...units.flatMap((unit) => branch(unit, 0))];
}

function plus(a: Sums, b: Sums): Sums {
  return {
    heads: a.heads + b.heads,
    fullTime: a.fullTime + b.fullTime,
    cases: a.cases === null || b.cases === null ? null : a.cases + b.cases,
    unassigned: a.unassigned === null || b.unassigned === null ? null : a.unassigned + b.unassigned,
  };
}

/** Each unit with itself and all units below it. One that belongs to itself, by whatever way, is within itself once. */
export function withinOf(units: readonly Pick<Unit, "id" | "parent">[]): ReadonlyMap<string, readonly string[]> {
  const below = Map.groupBy(units, ({ parent }) => parent);
  const within = (id: string, seen: ReadonlySet<string>): readonly string[] =>
    seen.has(id) ? [] : [id, ...(below.get(id) ?? []).flatMap((child) => within(child.id, new Set([...seen, id])))];
  return new Map(units.map(({ id }) => [id, [...new Set(within(id, new Set()))]]));
}
