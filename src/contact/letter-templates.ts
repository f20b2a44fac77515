import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import { CONDITIONS, PLACES, placesIn, TEMPLATES, type Template, type TemplateName } from "./rules/letter.ts";

const known: ReadonlySet<string> = new Set(PLACES);
const text = z
  .string()
  .min(1)
  .refine((said) => placesIn(said).every((name) => known.has(name)), `names that can be used are ${PLACES.join(", ")}`);
const both = z.tuple([text, text]);
const template = z.strictObject({
  label: z.tuple([z.string(), z.string()]),
  subject: both,
  text: z.array(z.strictObject({ when: z.array(z.enum(CONDITIONS)).default([]), da: text, en: text })).min(1),
});
const file = z.strictObject({
  remind_days_before: z.int().min(0).max(30),
  undo_minutes: z.int().min(0).max(60),
  templates: z.strictObject(
    Object.fromEntries(TEMPLATES.map((name) => [name, template])) as Record<TemplateName, typeof template>,
  ),
});

/** Source: `letters.yaml`; a mistake there stops the start. */
const read = file.parse(parse(readFileSync(new URL("./letters.yaml", import.meta.url), "utf8"), { schema: "core" }));

/** Days before an appointment on which people are reminded; 0 for never. */
export const remindDaysBefore = read.remind_days_before;
/** Minutes a letter waits before it goes. */
export const undoMinutes = read.undo_minutes;

/** A template in a language. */
export function templateCalled(name: TemplateName, language: "da" | "en"): Template {
  const { subject, text: paragraphs } = read.templates[name];
  return {
    subject: subject[language === "da" ? 0 : 1],
    text: paragraphs.map(({ when, ...says }) => ({ when, says: says[language] })),
  };
}

/** What a template is called. */
export function templateLabel(name: TemplateName): { readonly da: string; readonly en: string } {
  const [da, en] = read.templates[name].label;
  return { da, en };
}
