import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import { conversationWords, eventWords, offerWords, stepWords } from "../law/public.ts";
import type { CitizenPlans, PlanDemand, PlanField, PlanKind } from "./contract.ts";

const code = z.string().regex(/^[a-z][a-z0-9_]*$/);
const both = z.tuple([z.string().min(1), z.string().min(1)]).transform(([da, en]) => ({ da, en }));
const day = z.iso.date();
const options = z
  .record(code, both)
  .default({})
  .transform((found) => Object.entries(found).map(([of, label]) => ({ code: of, label })));
const column = z.strictObject({ code, type: z.enum(["text", "day", "choice"]).default("text"), label: both, options });
const field = column.extend({
  type: z.enum(["text", "day", "choice", "list"]).default("text"),
  help: both.nullable().default(null),
  shown_when: z.record(code, z.union([code, z.array(code)])).optional(),
  columns: z.array(column).default([]),
});
const demand = z.strictObject({
  field: z.string(),
  from: day,
  to: day.nullable().default(null),
  source: z.string(),
  confidence: z.enum(["high", "medium", "low"]),
});
const kind = z.strictObject({
  label: both,
  about: both,
  source: z.string(),
  under_age: z.int().nullable().default(null),
  several: z.boolean().default(false),
  meets: z.enum(Object.keys(stepWords)).nullable().default(null),
  change_calls_for: z.enum(Object.keys(conversationWords)).nullable().default(null),
  after_each: z
    .strictObject({ talk: z.enum(Object.keys(conversationWords)), list: code, day: code })
    .nullable()
    .default(null),
  sections: z
    .array(
      z.strictObject({ code, label: both, holds: both, own_words: z.boolean(), fields: z.array(field).default([]) }),
    )
    .min(1),
  demands: z.array(demand).default([]),
  lifts: z.array(z.strictObject({ municipality: z.string(), from: day, to: day, source: z.string() })).default([]),
});
const file = z.strictObject({ steps: z.record(code, both), demands: z.array(demand), kinds: z.record(code, kind) });

const read = file.parse(parse(readFileSync(new URL("./kinds.yaml", import.meta.url), "utf8"), { schema: "core" }));

/** Fields that every plan has, beside those of its kind. */
const EVERY_PLANS = ["direction", "citizenView", "goals", "steps"];

/** What every plan must have, whatever its kind. */
export const demandsOfAll: readonly PlanDemand[] = read.demands;

/** The kinds of plan (CPL-01, 03, 08-12, 18), in the order of `kinds.yaml`; a mistake in it stops the start. */
export const kinds: readonly PlanKind[] = Object.entries(read.kinds).map(([of, found]) => {
  const { under_age: underAge, change_calls_for: changeCallsFor, after_each: afterEach, sections, ...rest } = found;
  const made: PlanKind = {
    code: of,
    ...rest,
    underAge,
    changeCallsFor,
    afterEach,
    sections: sections.map(({ own_words: ownWords, fields, ...section }) => ({
      ...section,
      ownWords: ownWords ? `${section.code}_egne_ord` : null,
      fields: fields.map(asField),
    })),
  };
  checkFields(made);
  checkAfterEach(made);
  return made;
});

/** A kind by its code. */
export function kindCalled(of: string): PlanKind | null {
  return kinds.find((one) => one.code === of) ?? null;
}

/** What a step can be, beside words of its own: the law's offers and conversations, and what employment law does not know. */
export const stepKinds: CitizenPlans["stepKinds"] = [
  ...listed("offer", offerWords),
  ...listed("conversation", conversationWords),
  ...listed("other", read.steps),
];

/** What a step's kind is called. */
export function stepLabel(of: string): { readonly da: string; readonly en: string } {
  return stepKinds.find((one) => one.code === of)?.label ?? { da: of, en: of };
}

/** What a conversation is called. */
export function talkLabel(of: string): { da: string; en: string } {
  const { da, en } = eventWords[of] ?? { da: of, en: of };
  return { da, en };
}

function listed(
  group: "offer" | "conversation" | "other",
  words: Readonly<Record<string, { readonly da: string; readonly en: string }>>,
): CitizenPlans["stepKinds"] {
  return Object.entries(words).map(([of, { da, en }]) => ({ code: of, label: { da, en }, group }));
}

function asField({ shown_when: when, ...rest }: z.infer<typeof field>): PlanField {
  const [shown] = Object.entries(when ?? {});
  return { ...rest, shownWhen: shown ? { field: shown[0], is: [shown[1]].flat() } : null };
}

/** A kind whose rows name a field or an answer that there is not stops the start. */
function checkFields({ code: of, sections, demands }: PlanKind): void {
  const fields = new Map(sections.flatMap((section) => section.fields).map((one) => [one.code, one]));
  const count = sections.reduce((sum, section) => sum + section.fields.length, 0);
  if (fields.size < count) throw new Error(`kinds.yaml: ${of} has two fields of one name`);
  const lost = demands.find((one) => !EVERY_PLANS.includes(one.field) && !fields.has(one.field));
  if (lost) throw new Error(`kinds.yaml: ${of} demands ${lost.field}, which it has not`);
  for (const { code: name, type, options: choices, columns, shownWhen } of fields.values()) {
    if ((type === "choice") !== choices.length > 0)
      throw new Error(`kinds.yaml: ${of}.${name}: options are for choices`);
    if ((type === "list") !== columns.length > 0) throw new Error(`kinds.yaml: ${of}.${name}: columns are for lists`);
    const given = shownWhen ? fields.get(shownWhen.field)?.options.map((one) => one.code) : [];
    if (shownWhen?.is.some((value) => !given?.includes(value)))
      throw new Error(`kinds.yaml: ${of}.${name} is shown when ${shownWhen.field} is what it cannot be`);
  }
}

function checkAfterEach({ code: of, sections, afterEach }: PlanKind): void {
  if (afterEach === null) return;
  const list = sections.flatMap(({ fields }) => fields).find((field) => field.code === afterEach.list);
  if (!list?.columns.some((one) => one.code === afterEach.day && one.type === "day"))
    throw new Error(`kinds.yaml: ${of} has no list with a day for each ${afterEach.talk}`);
}
