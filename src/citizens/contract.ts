import { z } from "zod";
import { bilingual } from "../platform/http/contract.ts";
import { AGE_RULES } from "./rules/age-rules.ts";
import { holdsCpr } from "./rules/cpr.ts";
import { THRESHOLDS } from "./rules/time-on-support.ts";

/** A text that people write, at most so long. A CPR number does not belong in it: notes are read by many, and letters leave the house. */
export const freeText = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .refine((text) => !holdsCpr(text), { params: { lacks: "cpr" } });

const day = z.iso.date();
const code = z.string().max(60);
const coded = z.strictObject({ code: z.string(), label: bilingual });
const named = z.strictObject({ id: z.string(), name: z.string().nullable() });

/** Ids of the age rules (CIT-13) and of the lengths of time on support (CIT-10). */
export const ageRuleIds = AGE_RULES.map(({ id }) => id);
export const thresholdIds = THRESHOLDS.map(({ id }) => id);

/** What a list of citizens can be sorted by. */
export const SORTS = ["id", "name", "age", "benefit", "targetGroup", "unit", "since"] as const;

/** Which citizens: those found, of those the filters leave, in an order. What is looked for comes in a body, never in an address. */
export const citizenFilters = z.strictObject({
  /** A CPR number, an id, or words of a name. */
  find: z.string().trim().max(100).default(""),
  /** Those on a benefit or with somebody responsible on the day, or everybody. */
  who: z.enum(["current", "all"]).default("current"),
  benefit: code.nullable().default(null),
  targetGroup: code.nullable().default(null),
  unit: z.string().max(100).nullable().default(null),
  /** A segment of distance to the labour market (CIT-07). */
  segment: code.nullable().default(null),
  age: z.enum(ageRuleIds).nullable().default(null),
  /** On support in one chain for at least so long. */
  time: z.enum(thresholdIds).nullable().default(null),
  protectedOnly: z.boolean().default(false),
  sort: z.enum(SORTS).default("id"),
  descending: z.boolean().default(false),
});
export const citizenListAsk = citizenFilters.extend({ page: z.int().min(1).max(100_000).default(1) });
export const citizenExportAsk = citizenFilters.extend({
  format: z.enum(["csv", "xlsx"]),
  language: z.enum(["da", "en"]).default("da"),
});

export type CitizenFilters = z.infer<typeof citizenFilters>;
export type CitizenListAsk = z.infer<typeof citizenListAsk>;
export type CitizenExportAsk = z.infer<typeof citizenExportAsk>;

/** A line of the list. A protected citizen has no name in it. */
export const citizenRow = z.strictObject({
  id: z.string(),
  name: z.string().nullable(),
  protected: z.boolean(),
  /** May the data only be stored for the time being (GDPR art. 18)? */
  restricted: z.boolean(),
  age: z.int().nullable(),
  benefits: z.array(coded),
  targetGroup: coded.nullable(),
  unit: named.nullable(),
  staff: named.nullable(),
  /** First day of the unbroken chain of support; null without support on the day. */
  since: day.nullable(),
  weeks: z.int().nullable(),
});
const count = z.strictObject({ key: z.string(), label: bilingual, count: z.int() });

/** A page of the list, with how many citizens each filter would leave. */
export const citizenList = z.strictObject({
  on: day,
  total: z.int(),
  /** How many more it would be: people whose data may only be stored, and whose restriction the reader does not handle. */
  aside: z.int(),
  page: z.int(),
  pageSize: z.int(),
  rows: z.array(citizenRow),
  counts: z.strictObject({
    benefit: z.array(count),
    targetGroup: z.array(count),
    unit: z.array(count),
    segment: z.array(count),
    age: z.array(z.strictObject({ key: z.enum(ageRuleIds), count: z.int() })),
    time: z.array(z.strictObject({ key: z.enum(thresholdIds), count: z.int() })),
    protected: z.int(),
  }),
});

export type CitizenRow = z.infer<typeof citizenRow>;
export type CitizenList = z.infer<typeof citizenList>;

/** What is written about how a citizen is reached; empty texts are missing. */
const contactValues = z.strictObject({
  address: z.string(),
  postcode: z.string(),
  town: z.string(),
  phone: z.string(),
  mail: z.string(),
});
const relative = z.strictObject({
  id: z.string(),
  /** Null when the citizen is protected: their surroundings would tell where they are. */
  name: z.string().nullable(),
  phone: z.string().nullable(),
  relation: coded,
  powerOfAttorney: z.boolean(),
  mayTakePart: z.boolean(),
  from: day,
  until: day.nullable(),
});

/** What was believed about a citizen's own data, and when; the newest first. */
const earlier = z.strictObject({
  part: z.enum(["person", "contact"]),
  knownFrom: day,
  knownUntil: day.nullable(),
  values: z.record(z.string(), z.string()),
});

/** A line of everything that happened, for all words. */
export const timelineEntry = z.strictObject({
  kind: z.enum([
    "benefit",
    "target_group",
    "circumstance",
    "step",
    "conversation",
    "offer",
    "employment",
    "education",
    "cv",
    "residence",
    "plan",
    "course",
    "progression",
    "screening",
    "archetype",
  ]),
  from: day,
  /** The last day; null while it runs, the same day for what happens on one. */
  to: day.nullable(),
  what: bilingual,
  detail: bilingual.nullable(),
});
export type TimelineEntry = z.infer<typeof timelineEntry>;

const benefitSpell = z.strictObject({
  benefit: coded,
  from: day,
  to: day.nullable(),
  share: z.number(),
  /** The benefit whose line it is counted in, when it followed another (CIT-02). */
  countedAs: coded.nullable(),
  /** Paid on days on which the benefit did not exist. */
  outsideItsDays: z.boolean(),
});

/** Everything about a citizen that one page shows. */
export const citizenRecord = z.strictObject({
  id: z.string(),
  on: day,
  name: z.string().nullable(),
  protected: z.boolean(),
  /** May the data only be stored for the time being (GDPR art. 18)? */
  restricted: z.boolean(),
  born: day.nullable(),
  age: z.int().nullable(),
  sex: coded.nullable(),
  origin: coded.nullable(),
  education: coded.nullable(),
  /** Does the highest level give qualifying education; null when it is not known. */
  qualified: z.boolean().nullable(),
  cpr: z
    .strictObject({
      masked: z.string(),
      kind: z.enum(["cpr", "replacement"]),
      /** Reasons to look twice, none to refuse. */
      warnings: z.array(z.enum(["modulus11", "birthday", "sex"])),
    })
    .nullable(),
  /** Null when there is none or it is hidden. */
  contact: contactValues.nullable(),
  /** Versions a change must name: the person's, and the contact details', null when there are none. */
  versions: z.strictObject({ person: z.string(), contact: z.string().nullable() }),
  /** Are name, contact details and relatives left out until they are unfolded with a reason? */
  hidden: z.boolean(),
  may: z.strictObject({ reveal: z.boolean(), write: z.boolean() }),
  benefits: z.array(benefitSpell),
  targetGroups: z.array(z.strictObject({ group: coded, from: day, to: day.nullable() })),
  groupings: z.array(
    z.strictObject({
      id: z.string(),
      label: bilingual,
      source: z.string(),
      /** How it reads what its source leaves open. */
      assumption: bilingual.nullable(),
      /** What the source leaves open, how it is read, and what else it could have meant (CIT-08). */
      reads: z.array(z.strictObject({ asked: bilingual, read: bilingual, other: bilingual })),
      group: bilingual.nullable(),
    }),
  ),
  time: z.strictObject({
    since: day.nullable(),
    continuousDays: z.int(),
    accumulatedDays: z.int(),
    accumulatedInThreeYears: z.int(),
    reached: z.array(z.enum(thresholdIds)),
    next: z.strictObject({ id: z.enum(thresholdIds), on: day }).nullable(),
  }),
  ageRules: z.array(z.enum(ageRuleIds)),
  responsible: z.array(z.strictObject({ unit: named, staff: named.nullable(), from: day, to: day.nullable() })),
  relatives: z.array(relative),
  history: z.array(earlier),
  timeline: z.array(timelineEntry),
});
export type CitizenRecord = z.infer<typeof citizenRecord>;

/** Something unfolded, and why: the reason stands in the access log. */
export const revealAsk = z.strictObject({
  what: z.enum(["cpr", "identity"]),
  reason: freeText(300).min(5),
});
export const revealed = z.strictObject({
  cpr: z.string().nullable(),
  identity: z
    .strictObject({
      name: z.string().nullable(),
      contact: contactValues.nullable(),
      relatives: z.array(relative),
      history: z.array(earlier),
    })
    .nullable(),
});
export type RevealAsk = z.infer<typeof revealAsk>;
export type Revealed = z.infer<typeof revealed>;

const text = z.string().trim().max(200);
/** A correction of what is known about a citizen: all values of a part, as they were typed, over the version that was seen. */
export const correction = z.discriminatedUnion("part", [
  z.strictObject({
    part: z.literal("person"),
    version: z.string().max(40),
    values: z.strictObject({
      name: text,
      born: text,
      sex: text,
      origin: text,
      education: text,
      protected: z.enum(["ja", "nej"]),
      /** Empty leaves the number as it is. */
      cpr: text,
    }),
  }),
  z.strictObject({
    part: z.literal("contact"),
    version: z.string().max(40).nullable(),
    values: z.strictObject({ address: text, postcode: text, town: text, phone: text, mail: text }),
  }),
]);
export const corrected = z.strictObject({ version: z.string() });
export type Correction = z.infer<typeof correction>;
