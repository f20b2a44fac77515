import { z } from "zod";
import { parseDay } from "../platform/kernel/day.ts";
import { benefitCodes } from "./benefits.ts";
import { areaWords, circumstanceWords, dutyWords, eventWords, offerWords } from "./words.ts";

const among = (words: Readonly<Record<string, unknown>>): z.ZodType<string> => z.enum(Object.keys(words));
const SPAN = /^(\d{1,4}) (day|week|month|year)s?$/;
const span = z.string().regex(SPAN, "span");
const isDate = (text: string): boolean => parseDay(text) !== null;
/** A date, with `?` after it when no source was found for it. */
const dated = z.string().refine((text) => isDate(text.replace(/\?$/, "")), "date");
const ended = z.string().refine((text) => /^open\??$/.test(text) || isDate(text.replace(/\?$/, "")), "end");
const both = z.strictObject({ da: z.string().min(1), en: z.string().min(1) });
const times = z.int().min(1).max(60);
const percent = z.int().min(0).max(100);
const source = z.array(z.string().regex(/^[\w-]+( s\. \d+| kap\. \d+)?$/)).min(1);
const norm = z.enum(["law", "trial", "local", "advice"]);
const events = z.array(among(eventWords)).min(1);
const offers = z.array(among(offerWords)).min(1);
const duties = z.array(among(dutyWords)).min(1);

const trigger = z.union([
  z.strictObject({ event: among(eventWords) }),
  z.strictObject({ offer: z.enum(["begins", "ends"]) }),
  z.strictObject({
    received: z.strictObject({
      benefits: z.array(among(benefitCodes)).min(1),
      more_than: span,
      calendar_months: z.int().min(1).max(60),
      without: z.array(among(circumstanceWords)).default([]),
    }),
  }),
]);

/** One row as it is written. Exactly one of deadline, count, interval, exempts, adjusts, amount and step, or none of them. */
export const ruleRow = z
  .strictObject({
    id: z.string().regex(/^[A-Z][A-Z0-9+/.-]+$/),
    carries: z.array(z.string()).min(1).optional(),
    area: among(areaWords).optional(),
    duty: among(dutyWords).optional(),
    paragraph: z.string().min(1),
    norm: norm.optional(),
    valid_from: dated,
    valid_to: ended,
    subject: z.enum(["citizen", "company", "municipality"]).default("citizen"),
    groups: z.array(z.string()).min(1).optional(),
    where: z.string().min(1).optional(),
    trigger: trigger.optional(),
    deadline: z.union([span, z.literal("end_of_month")]).optional(),
    count: z
      .strictObject({ at_least: times, from: span.optional(), until: span.optional(), every: span.optional() })
      .refine(({ until, every }) => (until === undefined) !== (every === undefined), "until_or_every")
      .optional(),
    interval: z.strictObject({ every: span, after_first: z.boolean().default(false) }).optional(),
    satisfied_by: z
      .strictObject({
        events: events.optional(),
        offers: offers.optional(),
        lasting: span.optional(),
        since: z.literal("start_of_month").optional(),
      })
      .optional(),
    share: percent.optional(),
    exempts: duties.optional(),
    adjusts: z
      .strictObject({
        rule: z.string(),
        after_exemption: span.optional(),
        extended: z.strictObject({ by: span, on: among(eventWords) }).optional(),
        not_counted: offers.optional(),
      })
      .optional(),
    actor: z.enum(["municipality", "akasse", "employer", "citizen", "doctor"]).default("municipality"),
    forms: z.array(z.enum(["fremmoede", "telefon", "digital"])).default([]),
    consequence: both.optional(),
    limit: z.strictObject({ weeks: z.int().min(1).optional(), months: z.int().min(1).optional() }).optional(),
    amount: z.strictObject({ value: z.number().min(0), unit: z.string().regex(/^kr_per_[a-z]+$/) }).optional(),
    step: z
      .strictObject({
        weeks_from: z.int().min(1),
        weeks_to: z.int().min(1).optional(),
        refund: percent,
        cofinance: percent,
      })
      .optional(),
    source,
    confidence: z.enum(["high", "medium", "low"]),
    switched_off: z.enum(["adoption"]).optional(),
    note: z.enum(["bill"]).optional(),
    assumption: both.optional(),
    da: z.string().min(1),
    en: z.string().min(1),
  })
  .superRefine((row, context) => {
    for (const [path, key] of faults(row)) context.addIssue({ code: "custom", path: [path], message: key });
  });

type Shape = {
  readonly [K in "deadline" | "count" | "interval" | "exempts" | "adjusts" | "amount" | "step"]?: unknown;
} & {
  readonly [K in "duty" | "satisfied_by" | "trigger" | "share" | "groups" | "where"]?: unknown;
} & { readonly subject: string };

/** What fits a row's fields together: where, and which of the messages. */
function faults(row: Shape): readonly (readonly [path: string, key: string])[] {
  const given = (...values: readonly unknown[]): number => values.filter((one) => one !== undefined).length;
  const demands = given(row.deadline, row.count, row.interval);
  const received = given(row.trigger) === 1 && Object.hasOwn(Object(row.trigger), "received");
  const checks: readonly (readonly [boolean, string, string])[] = [
    [demands + given(row.exempts, row.adjusts, row.amount, row.step) > 1, "id", "one_thing"],
    [demands === 1 && given(row.duty) === 0, "id", "duty_missing"],
    [demands === 1 && given(row.satisfied_by) === 0, "id", "satisfied_missing"],
    [demands === 0 && given(row.trigger, row.duty, row.share) > 0, "id", "demand_missing"],
    [given(row.interval, row.trigger) === 2, "trigger", "interval_trigger"],
    [(row.deadline === "end_of_month") !== received, "id", "month_end"],
    [row.subject !== "citizen" && given(row.groups, row.where) > 0, "subject", "citizens_only"],
  ];
  return checks.flatMap(([wrong, path, key]) => (wrong ? [[path, key] as const] : []));
}

/** A file of rules. */
export const ruleFile = z.strictObject({ rows: z.array(ruleRow).min(1) });

/** A municipality's own rules, and the duties of the law that a trial sets aside there. */
export const overlayFile = z.strictObject({
  municipality: z.string().regex(/^\d{4}$/),
  da: z.string(),
  en: z.string(),
  norm,
  lifts: z.array(z.strictObject({ valid_from: dated, valid_to: ended, paragraph: z.string(), source, duties })),
  rows: z.array(ruleRow),
});

/** The list of target groups. */
export const groupFile = z.strictObject({
  groups: z.array(
    z.strictObject({
      code: z.string().regex(/^[a-z_]+$/),
      lab: z.int().nullable(),
      da: z.string(),
      en: z.string(),
      where: z.string(),
      source,
    }),
  ),
});

/** Where rows come from: key to title. */
export const sourceFile = z.strictObject({ sources: z.record(z.string(), z.string()) });

export type RuleRow = z.infer<typeof ruleRow>;
