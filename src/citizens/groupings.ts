import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import { benefitCodes } from "../law/public.ts";
import { bilingual } from "../platform/http/contract.ts";
import { day } from "../platform/kernel/day.ts";
import { facts } from "./facts.ts";
import type { Grouping } from "./rules/grouping.ts";

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
      assumption: bilingual.optional(),
      groups: z.array(z.strictObject({ id: z.string(), label: bilingual, when: z.array(condition).min(1) })),
    }),
  ),
});

/** The main groupings that stand side by side (CIT-03). Source: `groupings.yaml`. */
export const groupings: readonly Grouping[] = file
  .parse(parse(readFileSync(new URL("./groupings.yaml", import.meta.url), "utf8"), { schema: "core" }))
  .groupings.map(({ id, label, source, assumption = null, from, until, groups }) => ({
    id,
    label,
    source,
    assumption,
    from: day(from),
    until: until === undefined ? null : day(until),
    groups,
  }));
