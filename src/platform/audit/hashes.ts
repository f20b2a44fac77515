import { createHash } from "node:crypto";

/** An entry of the access log as it is sealed. `at` is UTC with microseconds, as the records wrote it. */
export type LogEntry = {
  readonly entry: number;
  readonly at: string;
  readonly who: string;
  readonly role: string;
  readonly unit: string | null;
  readonly action: string;
  readonly purpose: string;
  readonly change: boolean;
  readonly data: readonly string[];
  readonly request: string | null;
  readonly persons: number;
  readonly keys: readonly string[];
};

/** The parts of a day's seal. Hashes are hexadecimal. */
export type DayParts = {
  readonly number: number;
  readonly day: string;
  readonly entries: number;
  readonly lastHash: string;
  readonly previous: string;
};

/** What stands before the first day. */
export const BEGINNING = "0".repeat(64);

/** Names the recipe, so that another one can come and old days still be recomputed. */
const RECIPE = "springbraet access log 1";

/** SHA-256 over everything an entry says, in a fixed order. */
export function contentHash(municipality: string, entry: LogEntry): string {
  const { at, who, role, unit, action, purpose, change, data, request, persons, keys } = entry;
  const said = [entry.entry, at, who, role, unit, action, purpose, change, data, request, persons, keys];
  return sha256(JSON.stringify([RECIPE, "entry", municipality, ...said]));
}

/** The hash of a link: of the one before (for a day's first, the seal of the day before), the content and whether it is a change. */
export function linkHash(previous: string, link: { readonly content: string; readonly change: boolean }): string {
  return sha256(JSON.stringify([RECIPE, "link", previous, link.content, link.change]));
}

/** The seal of a day. */
export function daySeal(municipality: string, { number, day, entries, lastHash, previous }: DayParts): string {
  return sha256(JSON.stringify([RECIPE, "day", municipality, number, day, entries, lastHash, previous]));
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
