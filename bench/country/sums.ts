import { basename } from "node:path";
import { countedFacts } from "../../src/app/facts.ts";
import { vocabulary } from "../../src/app/vocabulary.ts";
import { compute, type Source } from "../../src/indicators/public.ts";
import type { Day } from "../../src/platform/kernel/day.ts";
import { openWarehouse } from "../../src/platform/warehouse/public.ts";
import type { Figure } from "../goals/figures.ts";

/** Files that are open at the same time. */
const SIDE_BY_SIDE = 2;

/**
 * Figures that can be added up, over all municipalities: each file is opened, asked and closed, a few at a time, so that the memory is that of the
 * largest municipality and not of the country. For each figure its sums on the given days.
 */
export async function countrySums(
  files: readonly string[],
  figures: readonly Figure[],
  days: readonly Day[],
): Promise<readonly (readonly number[])[]> {
  const sums = figures.map(() => days.map(() => 0));
  const left = [...files];
  const lane = async (): Promise<void> => {
    for (let file = left.shift(); file !== undefined; file = left.shift()) {
      const found = await valuesOf(file, figures, days);
      for (const [i, values] of found.entries())
        for (const [j, value] of values.entries()) sums[i]?.splice(j, 1, (sums[i]?.[j] ?? 0) + (value ?? 0));
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, lane));
  return sums;
}

async function valuesOf(
  file: string,
  figures: readonly Figure[],
  days: readonly Day[],
): Promise<readonly (readonly (number | null)[])[]> {
  const warehouse = await openWarehouse(file, countedFacts);
  const source: Source = {
    run: warehouse.run,
    coverage: warehouse.coverage,
    facts: countedFacts,
    vocabulary,
    municipality: basename(file, ".duckdb"),
    plan: null,
    knownAt: null,
  };
  try {
    const computed = await Promise.all(figures.map(({ spec }) => compute(spec, days, { inherited: "month", source })));
    return computed.map((one) => one.figures.map(({ value }) => value));
  } finally {
    warehouse.close();
  }
}
