import type { Language } from "./language.ts";

/** Texts by name, nested as deep as needed. */
export type Texts = { readonly [name: string]: string | Texts };

/** The shape another language must fill: the same names, any words. */
export type SameTexts<T extends Texts> = { readonly [K in keyof T]: T[K] extends Texts ? SameTexts<T[K]> : string };

/** A word's texts in both languages. */
export type Catalogue<T extends Texts> = { readonly da: SameTexts<T>; readonly en: SameTexts<T> };

/** A text that differs between one and many. */
export type CountForms = { readonly one: string; readonly other: string };

const rules = { da: new Intl.PluralRules("da-DK"), en: new Intl.PluralRules("en-GB") };

/** Puts values where a text says `{name}`; a name without a value stays visible, so that it is found. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** The form of a text that fits a count. */
export function countForm(language: Language, count: number, forms: CountForms): string {
  return rules[language].select(count) === "one" ? forms.one : forms.other;
}

/** The text of a code the server sends, or the code itself when the catalogue does not know it. */
export function textOf(texts: Texts, code: string): string {
  const found = Object.hasOwn(texts, code) ? texts[code] : undefined;
  return typeof found === "string" ? found : code;
}
