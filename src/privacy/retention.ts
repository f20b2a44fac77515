import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";

const subject = z.strictObject({
  kle: z.string().regex(/^\d\d\.\d\d\.\d\d$/),
  from: z.iso.date(),
  da: z.string(),
  en: z.string(),
  keep: z.enum(["B", "K"]),
  period: z.string().regex(/^P\d{1,5}D$/),
  confidence: z.enum(["high", "medium", "low"]),
  whole_person: z.boolean().default(false),
  facts: z.array(z.string()),
  /** Tables about citizens that are no facts, each with the column that says when a row held. */
  tables: z.record(z.string(), z.string()).default({}),
});

const file = z.strictObject({ source: z.string(), subjects: z.array(subject).min(1) });

/** A KLE subject with its deletion period, as the file has it. Confidence below high means: nobody has confirmed it. */
export type Subject = Omit<z.infer<typeof subject>, "period" | "whole_person"> & {
  readonly days: number;
  readonly wholePerson: boolean;
};

const read = file.parse(parse(readFileSync(new URL("./retention.yaml", import.meta.url), "utf8"), { schema: "core" }));

/** The tables about citizens that are no facts and have a subject of their own, each with the column that says when a row held. */
export const datedTables: Readonly<Record<string, string>> = Object.assign(
  {},
  ...read.subjects.map(({ tables }) => tables),
);

/** Where the subjects come from. */
export const retentionSource: string = read.source;

/** All subjects as they are in force on a day, or as they first came for a day before that. Source: `retention.yaml`. */
export function subjectsOn(day: string): readonly Subject[] {
  const rows = read.subjects.toSorted((a, b) => a.from.localeCompare(b.from));
  const inForce = new Map<string, (typeof rows)[number]>();
  for (const row of rows) if (!inForce.has(row.kle) || row.from <= day) inForce.set(row.kle, row);
  return [...inForce.values()].map(({ period, whole_person: wholePerson, ...row }) => ({
    ...row,
    days: Number(period.slice(1, -1)),
    wholePerson,
  }));
}
