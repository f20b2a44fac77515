import { z } from "zod";
import {
  areaWords,
  benefitGroups,
  benefitsInGroup,
  conversationWords,
  namedRule,
  namedRuleDays,
  offerWords,
  stepWords,
  targetGroupWords,
} from "../law/public.ts";
import { readDataFile } from "../platform/files/public.ts";
import { FOREVER } from "../platform/kernel/day.ts";
import { codesOf, factNamed } from "../platform/kernel/fact-named.ts";
import type { IntegrationData } from "./contract.ts";
import { facts } from "./facts.ts";

const codeNames = (fact: string, column: string): readonly string[] =>
  Object.keys(codesOf(factNamed(facts, fact), column));

/** A row with a limit in months. */
const limited = namedRule.transform((found, context) => {
  const { id, from, until, limit } = found;
  if (limit?.unit === "months") return { rule: id, from, until, mostMonths: limit.n };
  context.addIssue(`the limit of ${id} is not in months`);
  return z.NEVER;
});
const source = z.string().min(1);
const months = z.int().min(1).max(120);
const label = { da: z.string().min(1), en: z.string().min(1) };
const status = z.enum(codeNames("integration_statuses", "status"));
const codes = z.array(z.string()).default([]);
const step = z.enum(Object.keys(stepWords));
const talk = z.enum(Object.keys(conversationWords));

const file = z.strictObject({
  who: z.strictObject({
    target_groups: z.array(z.enum(Object.keys(targetGroupWords))),
    benefit_group: z.enum(Object.keys(benefitGroups)),
  }),
  areas: z.array(z.enum(Object.keys(areaWords))).min(1),
  programme: z.strictObject({
    rule: limited,
    planned_months: months,
    earlier: z.strictObject({ months, source }),
  }),
  programmes: z.array(
    z.strictObject({
      rule: namedRuleDays,
      when: z.enum(["during", "after"]),
      statuses: z.array(status).min(1),
      ...label,
    }),
  ),
  rights: z.strictObject({
    source,
    of: z.array(z.strictObject({ status, offers: z.enum(["always", "on_request"]), ...label })),
  }),
  contract: z.strictObject({ rule: namedRuleDays, step }),
  ladder: z.strictObject({
    source,
    stuck_weeks: z.int().min(1).max(104),
    rungs: z
      .array(
        z.strictObject({
          code: z.string(),
          ...label,
          offers: z.array(z.enum(Object.keys(offerWords))).default([]),
          work: codes,
          education: codes,
          is_work: z.boolean().default(false),
        }),
      )
      .min(2),
  }),
  introduction: z.strictObject({ step }),
  danish: z.strictObject({ source, education: codes }),
  guidance: z.strictObject({ source, meetings: z.array(talk).min(1), kind: talk }),
  young: z.strictObject({
    source,
    below_age: z.int().min(16).max(70),
    without: codes,
    aims: z.array(z.enum(codeNames("integration_contracts", "aim"))),
    education: codes,
  }),
  igu: z.strictObject({ rule: namedRule, education: codes }),
});

const read = readDataFile(new URL("./integration.yaml", import.meta.url), file);
const { programme, ladder, young } = read;

/** What the effort under the Integration Act turns on. Source: `integration.yaml` and the rows of the law it names; a file that cannot be read stops the start. */
export const integrationData: IntegrationData = {
  who: { targetGroups: read.who.target_groups, benefits: benefitsInGroup(read.who.benefit_group) },
  areas: read.areas,
  programme: {
    ...programme.rule,
    plannedMonths: programme.planned_months,
    earlierMonths: programme.earlier.months,
  },
  programmes: read.programmes.map(({ rule: days, when, statuses, da, en }) => ({
    ...(when === "during" ? days : { rule: days.rule, from: days.until, until: FOREVER }),
    statuses,
    label: { da, en },
  })),
  rights: {
    source: read.rights.source,
    of: read.rights.of.map(({ status: of, offers, da, en }) => ({
      status: of,
      onRequest: offers === "on_request",
      label: { da, en },
    })),
  },
  contract: { ...read.contract.rule, step: read.contract.step },
  ladder: {
    source: ladder.source,
    stuckWeeks: ladder.stuck_weeks,
    rungs: ladder.rungs.map(({ code, da, en, offers, work, education, is_work }) => ({
      code,
      label: { da, en },
      offers,
      work,
      education,
      isWork: is_work,
    })),
  },
  introduction: read.introduction,
  danish: read.danish,
  guidance: read.guidance,
  young: {
    source: young.source,
    belowAge: young.below_age,
    without: young.without,
    aims: young.aims,
    education: young.education,
  },
  igu: { rule: read.igu.rule.id, education: read.igu.education },
};
