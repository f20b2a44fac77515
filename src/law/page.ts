import { z } from "zod";
import { bilingual } from "../platform/http/contract.ts";
import { FIELDS } from "./contract.ts";

const day = z.iso.date();

const ruleField = z.strictObject({
  name: z.enum(FIELDS),
  text: bilingual,
  /** Other rules that it names, to be opened from here. */
  rules: z.array(z.string()),
});

/** A row of the law as it is read: each part in words, in both languages. */
const ruleLine = z.strictObject({
  id: z.string(),
  area: z.string(),
  norm: z.enum(["law", "trial", "local", "advice"]),
  /** Is it the municipality's own? */
  isOwn: z.boolean(),
  /** False when it is shown and not enforced. */
  isEnforced: z.boolean(),
  subject: z.enum(["citizen", "company", "municipality"]),
  groups: z.array(z.string()).nullable(),
  first: day,
  /** Null while no last day is known. */
  last: day.nullable(),
  unverified: z.array(z.enum(["rule", "adoption", "text", "first_day", "last_day"])),
  fields: z.array(ruleField),
});

const named = z.strictObject({ code: z.string(), label: bilingual });

/** A trial's setting aside of the law's duties here, and the rules it sets aside on the day. */
const settingAside = z.strictObject({
  paragraph: z.string(),
  first: day,
  last: day.nullable(),
  sources: bilingual,
  rules: z.array(ruleLine),
});

/** The municipality's own rules, whenever they hold. */
const overlay = z.strictObject({ label: bilingual, first: day, last: day.nullable() });

/** A day on which the law changed here, and how much. */
const changeDay = z.strictObject({ day, changes: z.int() });

/** The law's words, the days it changed, and the municipality's own rules: the same whatever day is asked for. */
const frame = {
  municipality: z.strictObject({ code: z.string(), name: z.string() }),
  groups: z.array(named),
  areas: z.array(named),
  changeDays: z.array(changeDay),
};

export const lawAsk = z.object({ on: day.optional() });

/** The rules in force on a day in a municipality. */
export const lawOnDay = z.strictObject({
  on: day,
  ...frame,
  overlay: overlay.nullable(),
  rules: z.array(ruleLine),
  setAside: z.array(settingAside),
});

export const differenceAsk = z.object({ on: day, against: day, group: z.string().max(60).default("") });

/** Why a rule is there on one of two days only: it begins or ends, or a trial sets it aside for a time. */
const moved = z.strictObject({ rule: ruleLine, because: z.enum(["row", "trial"]) });

/** What is different between two days, the earlier first. */
export const lawDifference = z.strictObject({
  before: day,
  after: day,
  ...frame,
  came: z.array(moved),
  went: z.array(moved),
  changed: z.array(
    z.strictObject({
      before: ruleLine,
      after: ruleLine,
      /** What they say differently. */
      differing: z.array(z.enum(FIELDS)),
    }),
  ),
});

/** All rows of one rule, the newest first, with what each says differently from the one before it. */
export const ruleHistory = z.strictObject({
  on: day,
  id: z.string(),
  municipality: frame.municipality,
  rows: z.array(z.strictObject({ line: ruleLine, differing: z.array(z.enum(FIELDS)), isInForce: z.boolean() })),
  setAside: z.array(settingAside.omit({ rules: true })),
  /** Other rules that ask the same of some of the same people, in the order of time. */
  alike: z.array(ruleLine),
});

export const lawFileAsk = z.object({
  on: day.optional(),
  /** The difference from this day instead of the rules in force. */
  against: day.optional(),
  group: z.string().max(60).default(""),
  area: z.string().max(60).default(""),
  text: z.string().max(200).default(""),
  format: z.enum(["csv", "xlsx"]).default("csv"),
  language: z.enum(["da", "en"]).default("da"),
});

export type RuleField = z.infer<typeof ruleField>;
export type RuleLine = z.infer<typeof ruleLine>;
export type LawOnDay = z.infer<typeof lawOnDay>;
export type LawDifference = z.infer<typeof lawDifference>;
export type RuleHistory = z.infer<typeof ruleHistory>;
export type LawFileAsk = z.infer<typeof lawFileAsk>;
export type SettingAside = z.infer<typeof settingAside>;
