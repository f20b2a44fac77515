import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import { type Day, day } from "../platform/kernel/day.ts";

const isoDay = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .transform((text): Day => day(text));
const byYear = z.record(z.string().regex(/^\d{4}$/), z.number());
const weights = z.record(z.string(), z.number().min(0));
const monthly = z.array(z.number().positive()).length(12);
const window = z.strictObject({ from: isoDay, until: isoDay });

const codeSchema = z.strictObject({
  code: z.string(),
  /** New spells get the code from and until these days; spells that run on `runUntil` change code that day. */
  from: isoDay.optional(),
  until: isoDay.optional(),
  runUntil: isoDay.optional(),
  weight: z.number().default(1),
});

const rowSchema = z.strictObject({
  row: z.string(),
  codes: z.array(codeSchema),
  published: byYear.default({}),
  assumed: byYear.default({}),
  budget2021: z.number().optional(),
  deviation2021: z.number().default(0),
  season: monthly.default(Array.from({ length: 12 }, () => 1)),
  shapes: z.record(z.string(), monthly).default({}),
  ages: z.tuple([z.number(), z.number(), z.number()]),
  durations: z.strictObject({ parts: z.array(z.tuple([z.number(), z.number()])), cap: z.number() }),
  partTime: z.number().default(0),
  from: weights,
  to: weights,
});

const measuredWith = z.strictObject({ code: z.string(), dimensions: z.array(z.string()).min(1) });
const steered = z.strictObject({ support: byYear, other: byYear });

const schema = z.strictObject({
  first: isoDay,
  last: isoDay,
  activityFrom: isoDay,
  rows: z.array(rowSchema),
  beforeTransition: weights,
  slow: z.array(z.strictObject({ from: isoDay, until: isoDay, part: z.number() })),
  talks: z.strictObject({
    window,
    missed: weights,
    rows: z.array(z.strictObject({ row: z.string(), firstTalk: z.number(), kinds: weights })),
    integration: z.strictObject({
      row: z.string(),
      firstTalk: z.number(),
      interval: z.number(),
      late: z.number(),
      lateInterval: z.number(),
      guidance: z.number(),
    }),
  }),
  progression: z.strictObject({
    groups: z.array(z.string()),
    rows: z.array(z.string()),
    measured: z.number(),
    /** Fewest days between two measurements of one citizen. */
    pause: z.number(),
    leftOut: z.number(),
    staffToo: z.number(),
    scale: z.tuple([z.number(), z.number()]),
    /** The citizen's own and the caseworker's. */
    instruments: z.tuple([measuredWith, measuredWith]),
  }),
  offers: z.strictObject({
    window,
    company: z.number(),
    other: weights,
    companyKinds: weights,
    companyRows: weights,
    otherRows: weights,
    citizens: z.number(),
    partnerCitizens: z.number(),
    womenIntegration: z.number(),
  }),
  companies: z.strictObject({
    bands: z.array(
      z.strictObject({
        low: z.number(),
        high: z.number(),
        count: z.number(),
        cooperates: z.number(),
        contacted: z.number(),
      }),
    ),
    closed: z.number(),
    cooperationOctober2020: z.number(),
    partners: z.number(),
    practiceAgreements: z.number(),
    recruitments20202021: z.number(),
  }),
  people: z.strictObject({
    areas: weights,
    vangkvarteret: steered,
    reuse: z.number(),
    origin: weights,
    education: weights,
    insured: z.number(),
    funds: z.number(),
  }),
  partialReturn: byYear,
  keepsJob: byYear,
  smallJobs: byYear,
  cvUpdated: z.number(),
  igu: byYear,
  upskilling: byYear,
  repatriation: z.array(isoDay),
  complaints: z.strictObject({ perYear: z.number(), inTime: z.number() }),
  surveys: z.array(
    z.strictObject({
      code: z.string(),
      day: isoDay,
      respondent: z.enum(["borger", "virksomhed"]),
      invited: z.number(),
      answered: z.number(),
      satisfied: z.number(),
    }),
  ),
  deliveries: z.array(z.strictObject({ item: z.string(), day: isoDay })),
  providers: z.array(
    z.strictObject({ provider: z.string(), from: isoDay, until: isoDay.nullable(), ethics: z.boolean().nullable() }),
  ),
  population: z.record(z.string(), byYear),
  cost: z.record(z.string(), z.tuple([z.number(), z.number()])),
  messy: z.strictObject({
    late: z.number(),
    corrected: z.number(),
    closedLater: z.number(),
    gap: z.number(),
    overlap: z.number(),
    missing: weights,
  }),
});

/** Everything the demo is calibrated to, per municipality of Holbæk's size. */
export type Targets = z.infer<typeof schema>;
/** A line of full-time persons the demo keeps at a target. */
export type TargetRow = z.infer<typeof rowSchema>;

/** The calibration, read from `targets.yaml`. */
export const targets: Targets = schema.parse(
  parse(readFileSync(new URL("./targets.yaml", import.meta.url), "utf8"), { schema: "core" }),
);

/** Full-time persons wanted per year in a row; 2021 is the budget times 1 + the stated deviation. */
export function yearlyLevels(row: TargetRow): Record<number, number> {
  const budget = row.budget2021 === undefined ? {} : { 2021: row.budget2021 * (1 + row.deviation2021) };
  return { ...row.assumed, ...row.published, ...budget };
}
