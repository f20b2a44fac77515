import type { App } from "./desk.ts";
import { refuse } from "./errors.ts";
import { expectations } from "./texts.ts";

const NUL = "\u0000";

/**
 * PostgreSQL stores no text with a NUL in it. A request that holds one anywhere is refused with the place, before anything else looks
 * at it.
 */
export function refuseNul(app: App): void {
  app.addHook("preValidation", (request, _reply, done) => {
    const { params, query, body } = request;
    const place = placeOfNul({ params, querystring: query, body }, "");
    done(place === null ? undefined : refuse(400, "bad_request", [{ pointer: place, message: expectations.no_nul }]));
  });
}

/** Where a text with a NUL stands, as a JSON pointer; null when there is none. */
function placeOfNul(value: unknown, place: string): string | null {
  if (typeof value === "string") return value.includes(NUL) ? place : null;
  if (typeof value !== "object" || value === null || Buffer.isBuffer(value)) return null;
  for (const [name, inner] of Object.entries(value)) {
    if (name.includes(NUL)) return place;
    const found = placeOfNul(inner, `${place}/${name.slice(0, 40)}`);
    if (found !== null) return found;
  }
  return null;
}
