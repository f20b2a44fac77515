import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import type { Bilingual } from "../platform/kernel/fact.ts";

const list = z.record(z.string().regex(/^[a-z0-9_]+$/), z.tuple([z.string(), z.string()]));
const file = z.strictObject({
  areas: list,
  duties: list,
  conversations: list,
  steps: list,
  offers: list,
  target_groups: list,
  circumstances: list,
});

const read = file.parse(parse(readFileSync(new URL("./data/words.yaml", import.meta.url), "utf8"), { schema: "core" }));

type Words = Readonly<Record<string, Bilingual>>;

const words = (kind: keyof typeof read): Words =>
  Object.fromEntries(Object.entries(read[kind]).map(([code, [da, en]]) => [code, { da, en }]));

/** What rules are about: the areas of the law. Source of all lists here: `data/words.yaml`. */
export const areaWords = words("areas");
/** What rules ask for. */
export const dutyWords = words("duties");
/** What happens in a case besides conversations and offers: requests, certificates, contracts, assessments. */
export const stepWords = words("steps");
/** The kinds of conversation. */
export const conversationWords = words("conversations");
/** What happens on a day and may start or meet a duty. */
export const eventWords: Words = { ...conversationWords, ...stepWords };
/** Kinds of offer. */
export const offerWords = words("offers");
/** How a citizen was assessed. */
export const targetGroupWords = words("target_groups");
/** What else is so for a time and a rule may turn on. */
export const circumstanceWords = words("circumstances");
