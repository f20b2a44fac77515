import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import { facts } from "./facts.ts";

const codesOf = (column: string): Readonly<Record<string, { readonly da: string; readonly en: string }>> =>
  facts.find(({ name }) => name === "conversations")?.columns.find(({ name }) => name === column)?.codes ?? {};

/** The codes of the kinds of conversation and of the forms they are held in. */
export const kindCodes = Object.keys(codesOf("kind"));
export const formCodes = Object.keys(codesOf("form"));

const point = z.tuple([z.string(), z.string()]).transform(([da, en]) => ({ da, en }));
const kind = z.strictObject({
  forms: z.array(z.enum(formCodes)).min(1),
  minutes: z.int().min(5).max(480),
  duty: z.boolean(),
  group: z.int().min(1).max(500).nullable().default(null),
  source: z.string(),
  guide: z.array(point).min(1),
});

/** A kind of conversation: what it is called, its usual forms and length, whether coming is a duty, for how many at once, and what it goes through. */
export type ConversationKind = z.infer<typeof kind> & {
  readonly code: string;
  readonly label: { readonly da: string; readonly en: string };
};

const read = z
  .record(z.enum(kindCodes), kind)
  .parse(parse(readFileSync(new URL("./kinds.yaml", import.meta.url), "utf8"), { schema: "core" }));

/** The kinds of conversation (CON-01), in the order of the code list. Source: `kinds.yaml`; a kind that is missing there stops the start. */
export const kinds: readonly ConversationKind[] = kindCodes.map((code) => {
  const { da, en } = codesOf("kind")[code] ?? { da: code, en: code };
  const found = read[code];
  if (!found) throw new Error(`kinds.yaml says nothing of ${code}`);
  return { code, label: { da, en }, ...found };
});

/** What a form is called. */
export function formLabel(code: string): { readonly da: string; readonly en: string } {
  const { da, en } = codesOf("form")[code] ?? { da: code, en: code };
  return { da, en };
}

/** What a kind is called. */
export function kindLabel(code: string): { readonly da: string; readonly en: string } {
  return kinds.find((one) => one.code === code)?.label ?? { da: code, en: code };
}
