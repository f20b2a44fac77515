import { readFileSync } from "node:fs";
import { z } from "zod";
import { benefitCodes, conversationWords, targetGroupWords } from "../law/public.ts";
import { readYaml } from "../platform/files/public.ts";
import { type Day, day, FOREVER } from "../platform/kernel/day.ts";
import type { Bilingual } from "../platform/kernel/fact.ts";
import { covers } from "../platform/kernel/period.ts";
import type { Instrument } from "./rules/instrument.ts";
import type { Order } from "./rules/visitation.ts";

const FILE = "src/progression/instruments.yaml";
const code = z.string().regex(/^[a-z][a-z0-9_]*$/, "a code is small letters a-z, digits and _");
const both = z.tuple([z.string().min(1), z.string().min(1)]).transform(([da, en]) => ({ da, en }));
const isoDay = z.iso.date();
const groups = z.array(z.enum(Object.keys(targetGroupWords)));
const source = z.string().min(1);

const instrument = z.strictObject({
  code,
  version: z.int().min(1),
  label: both,
  about: both,
  source,
  assumption: both.nullable().default(null),
  from: isoDay,
  to: isoDay.nullable(),
  for_whom: z.strictObject({ target_groups: groups, benefits: z.array(z.enum(Object.keys(benefitCodes))) }),
  answered_by: z.enum(["borger", "medarbejder"]),
  scale: z.strictObject({ from: z.int().min(0), to: z.int().max(100), low: both, high: both }),
  dimensions: z.record(code, both),
});
const file = z
  .strictObject({
    dimensions: z.record(code, z.strictObject({ label: both, source })),
    instruments: z.array(instrument).min(1),
    talks: z.strictObject({ target_groups: groups.min(1), weeks: z.int().min(1).max(104), source, assumption: both }),
    visitation: z.strictObject({
      source,
      gap_days: z.int().min(0).max(366),
      assumption: both,
      orders: z.array(z.array(z.enum(Object.keys(targetGroupWords))).min(2)),
    }),
  })
  .superRefine(checkTogether);

type File = z.output<typeof file>;

/** What `instruments.yaml` says. */
export type Instruments = {
  /** What each dimension is called, in the order it is shown, and where the documents name it. */
  readonly dimensions: Readonly<Record<string, { readonly label: Bilingual; readonly source: string }>>;
  readonly instruments: readonly Instrument[];
  /** Who is measured as a fixed part of the talks (CON-20), and after how many weeks a measurement is missed. */
  readonly talks: {
    readonly targetGroups: readonly string[];
    readonly weeks: number;
    readonly source: string;
    readonly assumption: Bilingual;
  };
  /** The orders of target groups (VIS-16); `gapDays` is the longest time between two that still is a change. */
  readonly visitation: {
    readonly orders: readonly Order[];
    readonly gapDays: number;
    readonly source: string;
    readonly assumption: Bilingual;
  };
};

/** Reads a text as `instruments.yaml` is written. Throws with file, line and reason when something in it is wrong. */
export function readInstruments(text: string): Instruments {
  const read = readYaml(text, file);
  if (!read.ok)
    throw new Error(read.faults.map(({ line, path, detail }) => `${FILE}:${line}: ${path}: ${detail}`).join("\n"));
  const { dimensions, instruments, talks, visitation } = read.data;
  return {
    dimensions,
    instruments: instruments.map((one) => asInstrument(one, dimensions)),
    talks: {
      targetGroups: talks.target_groups,
      weeks: talks.weeks,
      source: talks.source,
      assumption: talks.assumption,
    },
    visitation: { ...visitation, gapDays: visitation.gap_days },
  };
}

/** The instruments in use and before. A mistake in the file stops the start. */
export const progression = readInstruments(readFileSync(new URL("./instruments.yaml", import.meta.url), "utf8"));

/** An instrument by its code; null when there is none. */
export function instrumentCalled(of: string): Instrument | null {
  return progression.instruments.find((one) => one.code === of) ?? null;
}

/** The instruments that can be measured with on a day. */
export function instrumentsOn(on: Day): readonly Instrument[] {
  return progression.instruments.filter((one) => covers(one, on));
}

/** What a target group is called. */
export function groupLabel(of: string): { da: string; en: string } {
  return labelled(targetGroupWords, of);
}

/** What a benefit is called. */
export function benefitLabel(of: string): { da: string; en: string } {
  return labelled(benefitCodes, of);
}

/** What a conversation is called. */
export function talkLabel(of: string): { da: string; en: string } {
  return labelled(conversationWords, of);
}

function labelled(words: Readonly<Record<string, Bilingual>>, of: string): { da: string; en: string } {
  const { da, en } = words[of] ?? { da: of, en: of };
  return { da, en };
}

function asInstrument(one: File["instruments"][number], dimensions: File["dimensions"]): Instrument {
  const { for_whom: whom, answered_by: answeredBy, dimensions: asked, from, to, ...rest } = one;
  return {
    ...rest,
    from: day(from),
    until: to === null ? FOREVER : ((day(to) + 1) as Day),
    answeredBy,
    forWhom: { targetGroups: whom.target_groups, benefits: whom.benefits },
    // In the order of the dimensions, so that two instruments read alike.
    dimensions: Object.entries(dimensions).flatMap(([of, dimension]) => {
      const question = asked[of];
      return question ? [{ code: of, ...dimension, question }] : [];
    }),
  };
}

type Shape = Pick<File, "dimensions" | "instruments" | "visitation">;
type Issue = { readonly path: readonly PropertyKey[]; readonly message: string };

function checkTogether(found: Shape, context: z.core.$RefinementCtx): void {
  const issues = [
    ...found.instruments.flatMap((one, at) => issuesOf(one, at, found)),
    ...orderIssues(found.visitation.orders),
  ];
  for (const { path, message } of issues) context.addIssue({ code: "custom", path: [...path], message });
}

function issuesOf(one: Shape["instruments"][number], at: number, { dimensions, instruments }: Shape): readonly Issue[] {
  const here = ["instruments", at];
  const lost = Object.keys(one.dimensions).filter((of) => !Object.hasOwn(dimensions, of));
  const isTwice = instruments.findIndex((other) => other.code === one.code) !== at;
  return [
    ...lost.map((of) => ({ path: [...here, "dimensions", of], message: `there is no dimension ${of}` })),
    ...(Object.keys(one.dimensions).length === 0
      ? [{ path: [...here, "dimensions"], message: "it measures nothing" }]
      : []),
    ...(isTwice ? [{ path: [...here, "code"], message: `two instruments are called ${one.code}` }] : []),
    ...(one.scale.from >= one.scale.to
      ? [{ path: [...here, "scale", "to"], message: "the scale ends before it begins" }]
      : []),
    ...(one.to !== null && one.to < one.from
      ? [{ path: [...here, "to"], message: "its last day is before its first" }]
      : []),
  ];
}

/** Two groups have one order: where both stand in two rows, the rows agree. */
function orderIssues(orders: readonly (readonly string[])[]): readonly Issue[] {
  return orders.flatMap((order, at) => {
    const path = ["visitation", "orders", at];
    if (new Set(order).size < order.length) return [{ path, message: "a group stands twice in the order" }];
    const isAgainst = orders.some((other) => {
      const shared = other.filter((of) => order.includes(of));
      return shared.join() !== order.filter((of) => other.includes(of)).join();
    });
    return isAgainst ? [{ path, message: "another order says the opposite" }] : [];
  });
}
