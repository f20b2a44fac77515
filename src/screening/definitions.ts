import { readFileSync } from "node:fs";
import { z } from "zod";
import { benefitCodes } from "../law/public.ts";
import { readYaml } from "../platform/files/public.ts";
import { bilingual } from "../platform/http/contract.ts";
import { type Day, day } from "../platform/kernel/day.ts";
import type { Bilingual } from "../platform/kernel/fact.ts";

const code = z.string().regex(/^[a-z][a-z0-9_]*$/);
const weeks = z.int().min(1).max(260);
const expression = z.string().max(500);
const both = bilingual;
const days = { from: z.iso.date(), until: z.iso.date().optional() };

const decided = z.strictObject({
  municipality: z.string().regex(/^\d{4}$/),
  from: z.iso.date(),
  /** Who decided it, where it can be read. */
  decision: z.string().min(5),
  when: expression.min(1).optional(),
});
const criterion = z.strictObject({
  id: code,
  label: both,
  says: both,
  source: z.string().min(1),
  when: expression.min(1).optional(),
  ask: both.optional(),
  by: z.enum(["borger", "sagsbehandler"]).optional(),
  counts: z.enum(["ja", "nej"]).optional(),
  own: z.literal(true).optional(),
  assumption: both.optional(),
  off: both.optional(),
  on_for: z.array(decided).default([]),
});
const screening = z.strictObject({
  id: code,
  label: both,
  says: both,
  source: z.string().min(1),
  ...days,
  assumption: both.optional(),
  case: z.strictObject({
    benefits: z.array(z.enum(Object.keys(benefitCodes))).min(1),
    within_weeks: weeks,
    until_weeks: weeks,
  }),
  who: expression,
  at_risk: z.strictObject({ at_least: z.int().min(1).optional(), any: z.array(code).default([]) }),
  leads_to: z.array(both).min(1),
  criteria: z.array(criterion).min(1),
});
const step = z.strictObject({ who: code, first: z.boolean(), da: z.string().min(1), en: z.string().min(1) });
const distance = z.strictObject({ label: both, leads_to: both, source: z.string().min(1) });
const set = z.strictObject({
  id: code,
  municipality: z
    .string()
    .regex(/^\d{4}$/)
    .nullable(),
  own: z.boolean(),
  label: both,
  source: z.string().min(1),
  ...days,
  who: expression,
  distances: z.strictObject({ taet_paa: distance, langt_fra: distance }),
  archetypes: z.array(z.strictObject({ id: code, label: both, about: both, steps: z.array(step).min(1) })).min(1),
});

/** A screening as its row says it, conditions not yet checked. */
export type ScreeningRow = Omit<z.infer<typeof screening>, "from" | "until"> & Held;
/** A municipality's archetypes, or the example for those that have none of their own. */
export type ArchetypeSet = Omit<z.infer<typeof set>, "from" | "until"> & Held;
/** One criterion's row. */
export type CriterionRow = ScreeningRow["criteria"][number];
type Held = { readonly from: Day; readonly until: Day | null };

/** Reads the screenings and says what is wrong with them by file, line and reason. @internal */
export function readScreenings(text: string): readonly ScreeningRow[] {
  const { screenings: rows } = readOrStop("screenings.yaml", text, z.strictObject({ screenings: z.array(screening) }));
  const read = rows.map(held);
  stopFor("screenings.yaml", [...overlapping(read), ...read.flatMap(criterionFaults)]);
  return read;
}

/** Reads the sets of archetypes in the same way. @internal */
export function readArchetypes(text: string): {
  readonly sets: readonly ArchetypeSet[];
  readonly roles: Readonly<Record<string, Bilingual>>;
} {
  const schema = z.strictObject({ sets: z.array(set).min(1), roles: z.record(code, both) });
  const { sets, roles } = readOrStop("archetypes.yaml", text, schema);
  const read = sets.map(held);
  const lost = read.flatMap(({ id, archetypes }) =>
    archetypes.flatMap(({ id: of, steps }) =>
      steps.filter(({ who }) => !(who in roles)).map(({ who }) => `${id}, ${of}: nobody is called ${who} under roles`),
    ),
  );
  stopFor("archetypes.yaml", [...overlapping(read), ...lost]);
  return { sets: read, roles };
}

function held<Row extends { readonly from: string; readonly until?: string | undefined }>({
  from,
  until,
  ...rest
}: Row) {
  return { ...rest, from: day(from), until: until === undefined ? null : day(until) };
}

function readOrStop<Schema extends z.ZodType>(file: string, text: string, schema: Schema): z.output<Schema> {
  const found = readYaml(text, schema);
  if (found.ok) return found.data;
  return stopFor(
    file,
    found.faults.map(({ line, path, detail }) => `line ${line}, ${path}: ${detail}`),
  ) as never;
}

function stopFor(file: string, faults: readonly string[]): void {
  if (faults.length > 0) throw new Error(`${file}: ${faults.join("; ")}`);
}

/** Versions have the same id, and days that follow each other. */
function overlapping(rows: readonly ({ readonly id: string } & Held)[]): readonly string[] {
  return [...Map.groupBy(rows, ({ id }) => id)].flatMap(([id, versions]) =>
    versions.slice(1).flatMap(({ from }, at) => {
      const { until = null } = versions[at] ?? {};
      return until !== null && until <= from ? [] : [`${id}: end the version before the next one begins`];
    }),
  );
}

function criterionFaults({ id, criteria, at_risk: rule, case: its }: ScreeningRow): readonly string[] {
  const known = new Set(criteria.map((one) => one.id));
  const used = criteria.filter(({ off }) => off === undefined);
  return [
    ...(known.size < criteria.length ? [`${id} has two criteria of one name`] : []),
    ...rule.any.filter((one) => !known.has(one)).map((one) => `${id}: at_risk names ${one}, which is no criterion`),
    ...(rule.at_least === undefined && rule.any.length === 0 ? [`${id}: at_risk says nothing`] : []),
    ...((rule.at_least ?? 1) > used.length ? [`${id}: at_risk wants more criteria than are used`] : []),
    ...(its.until_weeks < its.within_weeks ? [`${id}: until_weeks is before within_weeks`] : []),
    ...criteria.flatMap((one) => formFaults(one).map((fault) => `${id}, ${one.id}: ${fault}`)),
  ];
}

/** A criterion is a condition or a question; one that is off may leave its condition to who turns it on. */
function formFaults(row: CriterionRow): readonly string[] {
  const { when, ask, off, on_for: decisions } = row;
  const hasCondition = when !== undefined;
  const decidesNothing = !ask && !hasCondition && decisions.some((one) => one.when === undefined);
  const rules: readonly (readonly [boolean, string])[] = [
    [hasCondition && ask !== undefined, "has both when and ask"],
    [!(hasCondition || ask || off), "has neither when nor ask"],
    [!hasFittingQuestion(row), "by and counts belong to a question, and it needs both"],
    [decisions.length > 0 && !off, "on_for belongs to a criterion that is off"],
    [decidesNothing, "on_for must bring a condition: the criterion has none"],
  ];
  return rules.flatMap(([isWrong, fault]) => (isWrong ? [fault] : []));
}

function hasFittingQuestion({ ask, by, counts }: CriterionRow): boolean {
  const isAsked = ask !== undefined;
  return (by !== undefined) === isAsked && (counts !== undefined) === isAsked;
}

const here = (file: string): string => readFileSync(new URL(file, import.meta.url), "utf8");

/** The line of one of the two files in which a condition stands, counted from 1; null when in neither. */
export function lineWith(condition: string): number | null {
  for (const text of [here("./screenings.yaml"), here("./archetypes.yaml")]) {
    const at = text.split("\n").findIndex((line) => line.includes(condition));
    if (at >= 0) return at + 1;
  }
  return null;
}

/** The screenings (VIS-02, VIS-03) of all municipalities and all days. Source: `screenings.yaml`; a mistake in it stops the start. */
export const screeningRows: readonly ScreeningRow[] = readScreenings(here("./screenings.yaml"));

const archetypes = readArchetypes(here("./archetypes.yaml"));

/** Archetypes with their strategies (CIT-05). Source: `archetypes.yaml`; a mistake in it stops the start. */
export const archetypeSets: readonly ArchetypeSet[] = archetypes.sets;

/** Who does a step of a strategy. */
export const roleWords: Readonly<Record<string, Bilingual>> = archetypes.roles;

/** Codes with what they are called now, over all versions. */
export const screeningWords = words(screeningRows);
export const questionWords = words(screeningRows.flatMap(({ criteria }) => criteria).filter(({ ask }) => ask));
export const archetypeWords = words(archetypeSets.flatMap((one) => one.archetypes));
export const distanceWords: Readonly<Record<string, Bilingual>> = {
  taet_paa: { da: "tæt på arbejdsmarkedet", en: "near the labour market" },
  langt_fra: { da: "langt fra arbejdsmarkedet", en: "far from the labour market" },
};

function words(
  rows: readonly { readonly id: string; readonly label: Bilingual }[],
): Readonly<Record<string, Bilingual>> {
  return Object.fromEntries(rows.map(({ id, label }) => [id, inside(label)]));
}

/** As it stands inside a sentence. */
function inside({ da, en }: Bilingual): Bilingual {
  return { da: da.charAt(0).toLowerCase() + da.slice(1), en: en.charAt(0).toLowerCase() + en.slice(1) };
}
