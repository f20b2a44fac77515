import { readdirSync } from "node:fs";
import { nearest } from "../platform/kernel/nearest.ts";
import type { Measure, Nature } from "./measure.ts";

const folder = new URL("./measures/", import.meta.url);

async function readMeasures(): Promise<ReadonlyMap<string, Measure>> {
  const files = readdirSync(folder).filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"));
  const modules = await Promise.all(
    files.map(async (file) => ((await import(new URL(file, folder).href)) as { measure: Measure }).measure),
  );
  return new Map(modules.map((measure) => [measure.kind, measure]));
}

/** Every kind of measure: the files under `measures/`, each exporting `measure`. A new kind is a new file and nothing else. */
export const measures: ReadonlyMap<string, Measure> = await readMeasures();

/** The measure of a kind. Throws for an unknown one: plans are checked before they are computed. */
export function measureOf(kind: string): Measure {
  const found = measures.get(kind);
  if (!found) throw new Error(`no measure is called ${kind}; did you mean ${nearest(kind, [...measures.keys()])}?`);
  return found;
}

/** What sets the measure of a kind apart. */
export function natureOf(kind: string): Nature {
  return measureOf(kind).nature ?? {};
}
