import type { PlanContent, PlanKind } from "../contract.ts";

/** The days, of those conversations were held on, that have no line in the list that must have one after each (CPL-04). */
export function talksWithoutLine(
  { list, day }: NonNullable<PlanKind["afterEach"]>,
  { lists }: PlanContent,
  held: readonly string[],
): readonly string[] {
  const told = new Set((lists[list] ?? []).map(({ values }) => values[day]));
  return held.filter((on) => !told.has(on));
}
