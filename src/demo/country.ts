import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import type { Day } from "../platform/kernel/day.ts";
import { writeDemo } from "./write.ts";

const { holbaek, residents } = z
  .strictObject({ holbaek: z.number().positive(), residents: z.record(z.string(), z.number().positive()) })
  .parse(parse(readFileSync(new URL("./municipalities.yaml", import.meta.url), "utf8"), { schema: "core" }));

/** The codes of the 98 municipalities. */
const municipalityCodes: readonly string[] = Object.keys(residents).sort();

/** A municipality's size against Holbæk's. Throws on a code that is not a municipality. */
function sizeOf(municipality: string): number {
  const thousands = residents[municipality];
  if (thousands === undefined)
    throw new Error(`"${municipality}" is not the code of a Danish municipality, such as 0316`);
  return thousands / holbaek;
}

/** A country to write: which municipalities (all 98 when left out), how large against the real ones, and how short the spells. */
type CountryOptions = {
  readonly seed: string | number;
  readonly municipalities?: readonly string[];
  /** 1 is the real sizes. */
  readonly scale: number;
  /** Durations are divided by it; with 7 the whole country has about 30 million benefit spells in ten years. */
  readonly churn?: number;
  readonly until?: Day;
  readonly activityFrom?: Day;
  /** Only these facts are written; all when left out. */
  readonly facts?: readonly string[];
};

/** What was written for one municipality. */
type CountryPart = {
  readonly municipality: string;
  readonly folder: string;
  readonly counts: Readonly<Record<string, number>>;
};

/**
 * Writes one folder of CSV files per municipality under `folder`, one municipality at a time, and hands over each when it is done, so
 * that a caller can load and delete it. Memory is bounded by the largest municipality.
 */
export function* writeCountry(folder: string, options: CountryOptions): Generator<CountryPart> {
  const { municipalities = municipalityCodes, scale, facts, ...rest } = options;
  for (const municipality of municipalities) {
    const target = join(folder, municipality);
    const counts = writeDemo(target, { ...rest, municipality, size: sizeOf(municipality) * scale }, facts);
    yield { municipality, folder: target, counts };
  }
}
