import type { Bilingual } from "../kernel/fact.ts";

/** An error a person can act on: a stable code and what to tell them in both languages. */
export type NamedError = Error & { readonly code: string; readonly texts: Bilingual };

/** Makes a named error; its `message` is the English text. */
export function namedError(code: string, texts: Bilingual): NamedError {
  return Object.assign(new Error(texts.en), { code, texts });
}

/** Is this an error with a code and texts to show? */
export function isNamedError(error: unknown): error is NamedError {
  return error instanceof Error && "code" in error && "texts" in error;
}
