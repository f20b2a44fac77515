import { type NamedError, namedError } from "../../platform/db/public.ts";
import type { Bilingual } from "../../platform/kernel/fact.ts";
import { fill } from "../../platform/texts/catalogue.ts";
import type { BatchState } from "../contract.ts";
import { da } from "./texts.da.ts";
import { en } from "./texts.en.ts";

/** Why something cannot be done with an import. Codes that begin with `unknown_` mean that it does not exist. */
export type RefusalCode = Exclude<keyof typeof da, "states">;

type Values = Readonly<Record<string, string | number | Bilingual>>;

/** A refusal in both languages, thrown by the actions and told by the edges. */
export function refused(code: RefusalCode, values: Values = {}): NamedError {
  return namedError(code, said(code, values));
}

/** What a refusal says. */
export function said(code: RefusalCode, values: Values = {}): Bilingual {
  return { da: fill(da[code], inLanguage(values, "da")), en: fill(en[code], inLanguage(values, "en")) };
}

/** A state in words. */
export function stateInWords(state: BatchState): Bilingual {
  return { da: da.states[state], en: en.states[state] };
}

function inLanguage(values: Values, language: "da" | "en"): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === "object" ? value[language] : value]),
  );
}
