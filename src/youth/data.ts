import { z } from "zod";
import {
  areaWords,
  benefitCodes,
  circumstanceWords,
  namedRuleDays,
  offerWords,
  targetGroupWords,
} from "../law/public.ts";
import { readDataFile } from "../platform/files/public.ts";
import { codesOf, factNamed } from "../platform/kernel/fact-named.ts";
import type { YouthData } from "./contract.ts";
import { facts } from "./facts.ts";

const codeNames = (fact: string, column: string): readonly string[] =>
  Object.keys(codesOf(factNamed(facts, fact), column));

const days = z.int().min(1).max(3650);
const age = z.int().min(16).max(70);
const source = z.string().min(1);
const offers = z.array(z.enum(Object.keys(offerWords))).min(1);
const words = z.record(
  z.string(),
  z.tuple([z.string(), z.string()]).transform(([da, en]) => ({ da, en })),
);

const file = z.strictObject({
  who: z.strictObject({
    below_age: age,
    benefits: z.array(z.strictObject({ code: z.enum(Object.keys(benefitCodes)), source })).min(1),
  }),
  areas: z.array(z.enum(Object.keys(areaWords))).min(1),
  newcomers: z.strictObject({ source, days }),
  readiness: z.array(
    z.strictObject({
      code: z.enum(Object.keys(targetGroupWords)),
      rule: namedRuleDays,
      filter: z.enum(["ready", "activity"]).nullable(),
    }),
  ),
  direction: z.strictObject({ source, educated: z.array(z.string()).min(1) }),
  gap: z.strictObject({
    rule: namedRuleDays,
    source,
    days,
    offers,
    rests: z.array(z.enum(Object.keys(circumstanceWords))),
  }),
  order: z.strictObject({
    rule: namedRuleDays,
    source,
    below_age: age,
    demands: z.array(z.enum(codeNames("education_orders", "demand"))).min(1),
    soon_days: days,
  }),
  wait: z.strictObject({ source }),
  completion: z.strictObject({ source, recent_days: days }),
  reading: z.strictObject({ source, offers }),
  absence: z.strictObject({ source, times: z.int().min(1).max(20), days }),
  words: z.strictObject({ level: words, work: words, education: words }),
});

const read = readDataFile(new URL("./youth.yaml", import.meta.url), file);

/** What the effort for young people turns on. Source: `youth.yaml` and the rows of the law it names; a file that cannot be read stops the start. */
export const youthData: YouthData = {
  who: { belowAge: read.who.below_age, benefits: read.who.benefits.map(({ code }) => code) },
  areas: read.areas,
  newcomers: read.newcomers,
  readiness: read.readiness.map(({ code, rule, filter }) => ({ ...rule, code, filter })),
  direction: read.direction,
  gap: { ...read.gap, ...read.gap.rule },
  order: {
    ...read.order.rule,
    source: read.order.source,
    belowAge: read.order.below_age,
    demands: read.order.demands,
    soonDays: read.order.soon_days,
  },
  wait: read.wait,
  completion: { source: read.completion.source, recentDays: read.completion.recent_days },
  reading: read.reading,
  absence: read.absence,
};

/** What codes of the citizens' records are called. */
export const aroundWords = read.words;
