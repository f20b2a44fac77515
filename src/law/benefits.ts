import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import type { Bilingual } from "../platform/kernel/fact.ts";

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

const benefitSchema = z.strictObject({
  code: z.string(),
  da: z.string(),
  en: z.string(),
  from: isoDate,
  until: isoDate.optional(),
  row: z.string(),
  groups: z.array(z.string()),
  confidence: z.enum(["high", "medium", "low"]).default("medium"),
});

const fileSchema = z.strictObject({
  benefits: z.array(benefitSchema),
  groups: z.record(z.string(), z.strictObject({ da: z.string(), en: z.string() })),
});

/** A benefit with the days it existed, its line in the table of full-time persons and the groups it counts in. */
export type Benefit = z.infer<typeof benefitSchema>;

const file = fileSchema.parse(
  parse(readFileSync(new URL("./benefits.yaml", import.meta.url), "utf8"), { schema: "core" }),
);

/** All benefits the product knows, ended ones included. Source: `benefits.yaml`. */
export const benefits: readonly Benefit[] = file.benefits;

/** Groups of benefits that definitions use, such as "support". */
export const benefitGroups: Readonly<Record<string, Bilingual>> = file.groups;

/** The codes of the benefits in a group, in file order. */
export function benefitsInGroup(group: string): readonly string[] {
  return benefits.filter((benefit) => benefit.groups.includes(group)).map((benefit) => benefit.code);
}

/** Labels of all benefit codes. */
export const benefitCodes: Readonly<Record<string, Bilingual>> = Object.fromEntries(
  benefits.map(({ code, da, en }) => [code, { da, en }]),
);
