import { readFileSync } from "node:fs";
import { z } from "zod";
import { benefitCodes } from "../law/public.ts";
import { readYaml } from "../platform/files/public.ts";
import { bilingual } from "../platform/http/contract.ts";
import { type Day, day, isoDay } from "../platform/kernel/day.ts";
import type { Bilingual } from "../platform/kernel/fact.ts";
import { facts } from "./facts.ts";
import { type Grouped, type Grouping, groupOf } from "./rules/grouping.ts";

const targetGroups = Object.keys(
  facts.flatMap(({ columns }) => columns).find(({ name }) => name === "target_group")?.codes ?? {},
);
const condition = z.strictObject({
  benefits: z.array(z.enum(Object.keys(benefitCodes))).optional(),
  targetGroups: z.array(z.enum(targetGroups)).optional(),
  ageFrom: z.int().optional(),
  ageTo: z.int().optional(),
  supportMonthsFrom: z.int().min(0).optional(),
  supportMonthsBelow: z.int().min(1).optional(),
  benefitMonthsFrom: z.int().min(0).optional(),
});
const file = z.strictObject({
  groupings: z.array(
    z.strictObject({
      id: z.string(),
      label: bilingual,
      source: z.string(),
      from: z.iso.date(),
      until: z.iso.date().optional(),
      segments: z.literal(true).optional(),
      assumption: bilingual.optional(),
      reads: z.array(z.strictObject({ asked: bilingual, read: bilingual, other: bilingual })).default([]),
      groups: z.array(z.strictObject({ id: z.string(), label: bilingual, when: z.array(condition).min(1) })),
    }),
  ),
});

/** A file as it is read and checked: what is wrong with it stops the start. @internal */
export function readGroupings(text: string): readonly Grouping[] {
  const found = readYaml(text, file);
  if (!found.ok)
    throw new Error(
      found.faults.map(({ line, path, detail }) => `groupings.yaml:${line}: ${path}: ${detail}`).join("\n"),
    );
  const read = found.data.groupings.map(
    ({ segments = false, assumption = null, from, until, ...rest }): Grouping => ({
      ...rest,
      segments,
      assumption,
      from: day(from),
      until: until === undefined ? null : day(until),
    }),
  );
  const faults = [...overlaps(read), ...unfitSegments(read)];
  if (faults.length > 0) throw new Error(`groupings.yaml: ${faults.join("; ")}`);
  return read;
}

/** Two versions of one grouping may not hold on the same day, and must come in the order of their days. */
function overlaps(read: readonly Grouping[]): readonly string[] {
  return [...Map.groupBy(read, ({ id }) => id)].flatMap(([id, versions]) =>
    versions.slice(1).flatMap(({ from }, at) => {
      const before = versions[at];
      const isApart = before !== undefined && before.until !== null && before.until <= from;
      return isApart ? [] : [`${id} has two versions that hold on ${isoDay(from)}; end the one before it with until`];
    }),
  );
}

/** Segments are one grouping, and go by what list, page and language all know: benefit, age, time. */
function unfitSegments(read: readonly Grouping[]): readonly string[] {
  const segments = read.filter((one) => one.segments);
  const ids = new Set(segments.map(({ id }) => id));
  const unfit = segments.filter(({ groups }) => groups.some(({ when }) => when.some((one) => one.targetGroups)));
  return [
    ...(ids.size === 1 ? [] : [`one grouping must be marked segments, not ${ids.size}`]),
    ...read
      .filter((one) => !one.segments && ids.has(one.id))
      .map(({ id }) => `a version of ${id} is not marked segments`),
    ...unfit.map(({ id }) => `${id} asks for target groups, which segments cannot`),
  ];
}

/** The main groupings that stand side by side (CIT-03). Source: `groupings.yaml`. */
export const groupings: readonly Grouping[] = readGroupings(
  readFileSync(new URL("./groupings.yaml", import.meta.url), "utf8"),
);

/** The versions of the one definition of segments (CIT-07): page, list and language read it here. */
export const segments: readonly Grouping[] = groupings.filter((one) => one.segments);

/** Every segment of every version with what it is called now, in the definition's order. */
export const segmentWords: Readonly<Record<string, Bilingual>> = Object.fromEntries(
  segments.flatMap(({ groups }) => groups.map(({ id, label }) => [id, label])),
);

/** The segment somebody is in on a day by the version that holds then; null when in none. */
export function segmentOf(person: Grouped, on: Day): string | null {
  for (const version of segments) {
    const group = groupOf(version, person, on);
    if (group) return group.id;
  }
  return null;
}
