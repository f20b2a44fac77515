import { readFileSync } from "node:fs";
import { z } from "zod";
import { readYaml } from "../platform/files/public.ts";

const file = z.strictObject({
  source: z.string().min(1),
  languages: z.record(
    z.string().regex(/^[a-z_]{2,40}$/),
    z.strictObject({ da: z.string().min(1), en: z.string().min(1), interpreted: z.boolean().default(true) }),
  ),
});

/** Reads a list of languages. A mistake in it throws with the file, the line and the reason, and stops the start. */
export function readLanguages(text: string): z.infer<typeof file>["languages"] {
  const read = readYaml(text, file);
  if (read.ok) return read.data.languages;
  throw new Error(read.faults.map(({ line, path, detail }) => `languages.yaml:${line} ${path}: ${detail}`).join("\n"));
}

const read = readLanguages(readFileSync(new URL("./languages.yaml", import.meta.url), "utf8"));

/** A language, by its code in the records and what it is called. */
export type LanguageName = {
  readonly code: string;
  readonly label: { readonly da: string; readonly en: string };
  /** Can somebody need an interpreter in it? */
  readonly interpreted: boolean;
};

/** The languages of meetings and interpreters, in the order of `languages.yaml`. */
export const languages: readonly LanguageName[] = Object.entries(read).map(([code, { da, en, interpreted }]) => ({
  code,
  label: { da, en },
  interpreted,
}));

/** What a language is called; its code when the list does not know it any more. */
export function languageLabel(code: string): { readonly da: string; readonly en: string } {
  return languages.find((one) => one.code === code)?.label ?? { da: code, en: code };
}
