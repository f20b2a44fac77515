import { type NamedError, namedError } from "../db/public.ts";
import { fill } from "../texts/catalogue.ts";
import { da } from "./texts.da.ts";
import { en } from "./texts.en.ts";

/** A refusal about keys, told in both languages. Never give it a key or a sealed value. */
export function secretsError(
  code: keyof typeof da,
  values: Readonly<Record<string, string | number>> = {},
): NamedError {
  return namedError(code, { da: fill(da[code], values), en: fill(en[code], values) });
}
