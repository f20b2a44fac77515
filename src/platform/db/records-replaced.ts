import { type NamedError, namedError } from "./named-error.ts";
import { da } from "./texts.da.ts";
import { en } from "./texts.en.ts";

/** Error `records_replaced`: the warehouse has read further than these records have come. */
export function recordsReplaced(): NamedError {
  return namedError("records_replaced", { da: da.records_replaced, en: en.records_replaced });
}
