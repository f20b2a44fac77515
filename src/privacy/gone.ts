import { createHash } from "node:crypto";
import { appendFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";

const gone = z.object({ person: z.string().length(64), fact: z.string(), day: z.iso.date() });

/** Facts of a kind about a person that were deleted, up to what was recorded on a day. A hash stands for the person. */
export type Gone = z.infer<typeof gone>;

/** The hash that stands for a person who is gone. */
export function personHash(municipality: string, citizen: string): string {
  return createHash("sha256").update(`${municipality}:${citizen}`).digest("hex");
}

/** Adds to the list that is kept beside the records: an older backup does not know it. */
export function keepGone(file: string, list: readonly Gone[]): void {
  if (list.length === 0) return;
  mkdirSync(dirname(file), { recursive: true });
  const known = new Set(keptGone(file).map((one) => JSON.stringify(one)));
  const lines = list
    .map(({ person, fact, day }) => JSON.stringify({ person, fact, day }))
    .filter((line) => !known.has(line));
  appendFileSync(file, lines.map((line) => `${line}\n`).join(""), { mode: 0o600 });
}

/** The list that is kept beside the records; empty when there is none. */
export function keptGone(file: string): readonly Gone[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
  return lines.map((line) => gone.parse(JSON.parse(line)));
}
