import { z } from "zod";
import { namedRule, namedRuleDays, type Rule } from "../law/public.ts";
import { readDataFile } from "../platform/files/public.ts";
import { codesOf, factNamed } from "../platform/kernel/fact-named.ts";
import type { SicknessData } from "./contract.ts";
import { facts } from "./facts.ts";

const WEEK = 7;

const codeNames = (fact: string, column: string): readonly string[] =>
  Object.keys(codesOf(factNamed(facts, fact), column));

const ruleId = namedRule.transform(({ id }) => id);
const weeks = z.int().min(1).max(520);
const source = z.string().min(1);
const label = { da: z.string(), en: z.string() };

const file = z.strictObject({
  visitation: z.array(
    z.strictObject({ rule: namedRuleDays, categories: z.array(z.enum(codeNames("sickness_assessments", "category"))) }),
  ),
  fields: z.record(z.string(), namedRuleDays),
  short_weeks: weeks,
  grounds: z.array(
    z.strictObject({
      code: z.enum(codeNames("benefit_reassessments", "ground")),
      rule: namedRule,
      counts_from: z.enum(["reassessment", "unknown"]),
    }),
  ),
  routes: z.strictObject({
    source,
    within: z.array(z.strictObject({ id: z.string(), weeks, ...label })),
    otherwise: z.strictObject({ id: z.string(), ...label }),
  }),
  fast_track: z.strictObject({ rule: ruleId, weeks, answer_rule: ruleId }),
  long: z.strictObject({ source, weeks: z.array(weeks).min(1), step_up_offers: z.array(z.string()) }),
  partial: z.strictObject({ source, unchanged_weeks: weeks }),
  first_talk: z.strictObject({ rule: ruleId, source, hours: z.number() }),
  call: z.strictObject({ source, weeks }),
  reassess: z.strictObject({ rule: ruleId, ahead_weeks: weeks }),
});

const read = readDataFile(new URL("./sickness.yaml", import.meta.url), file);

function weeksOf({ id, limit }: Rule): number | null {
  if (limit === null) return null;
  if (limit.unit !== "days" || limit.n % WEEK !== 0) throw new Error(`the limit of ${id} is not in weeks`);
  return limit.n / WEEK;
}

/** What sickness follow-up turns on. Source: `sickness.yaml` and the rows of the law it names; a file that cannot be read stops the start. */
export const sicknessData: SicknessData = {
  visitation: read.visitation.map(({ rule: row, categories }) => ({ ...row, categories })),
  fields: read.fields,
  shortWeeks: read.short_weeks,
  grounds: read.grounds.map(({ code, rule: row, counts_from }) => ({
    code,
    rule: row.id,
    from: row.from,
    until: row.until,
    weeks: weeksOf(row),
    fromReassessment: counts_from === "reassessment",
  })),
  routes: {
    source: read.routes.source,
    within: read.routes.within.map(({ id, weeks: within, da, en }) => ({ id, weeks: within, label: { da, en } })),
    otherwise: { id: read.routes.otherwise.id, label: { da: read.routes.otherwise.da, en: read.routes.otherwise.en } },
  },
  fastTrack: { rule: read.fast_track.rule, weeks: read.fast_track.weeks, answerRule: read.fast_track.answer_rule },
  long: { source: read.long.source, weeks: read.long.weeks, stepUpOffers: read.long.step_up_offers },
  partial: { source: read.partial.source, unchangedWeeks: read.partial.unchanged_weeks },
  firstTalk: read.first_talk,
  call: read.call,
  reassess: { rule: read.reassess.rule, aheadWeeks: read.reassess.ahead_weeks },
};
