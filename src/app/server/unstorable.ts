import type { Bilingual } from "../../platform/kernel/fact.ts";
import type { App } from "./desk.ts";
import { refuse } from "./errors.ts";
import { expectations } from "./texts.ts";

const NUL = "\u0000";
/** Nothing of ours is nested so deep; what is deeper would cost more to check than it is worth. */
const DEEPEST = 40;
const LONGEST_NAME = 40;

type Fault = { readonly pointer: string; readonly message: Bilingual };

/**
 * PostgreSQL stores no text with a NUL in it, and no contract of ours is nested without end. A request with either is refused with the
 * place, before anything else looks at it.
 */
export function refuseUnstorable(app: App): void {
  app.addHook("preValidation", (request, _reply, done) => {
    const { params, query, body } = request;
    const fault = faultIn({ params, querystring: query, body }, "", 0);
    done(fault === null ? undefined : refuse(400, "bad_request", [fault]));
  });
}

function faultIn(value: unknown, pointer: string, depth: number): Fault | null {
  if (typeof value === "string") return value.includes(NUL) ? { pointer, message: expectations.no_nul } : null;
  if (typeof value !== "object" || value === null || Buffer.isBuffer(value)) return null;
  if (depth > DEEPEST) return { pointer: topOf(pointer), message: expectations.less_deep };
  for (const [name, inner] of Object.entries(value)) {
    if (name.includes(NUL)) return { pointer, message: expectations.no_nul };
    const found = faultIn(inner, `${pointer}/${name.slice(0, LONGEST_NAME)}`, depth + 1);
    if (found !== null) return found;
  }
  return null;
}

function topOf(pointer: string): string {
  return pointer.split("/").slice(0, 2).join("/");
}
