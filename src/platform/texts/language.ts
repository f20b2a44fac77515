/** The languages of the product; Danish is the one people meet first. */
export type Language = "da" | "en";

/** A text in both languages, as the server sends it. */
export type BothLanguages = { readonly da: string; readonly en: string };

/** The product's languages in the order they are offered. */
export const languages: readonly Language[] = ["da", "en"];

/** True for a code the product has texts in. */
export function isLanguage(value: unknown): value is Language {
  return value === "da" || value === "en";
}
