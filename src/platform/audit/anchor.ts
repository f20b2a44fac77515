import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { namedError } from "../db/public.ts";
import type { ChainHead, SealedDay, Sealing } from "./seal.ts";

const sealedDay = z.object({ number: z.int(), day: z.iso.date(), entries: z.int(), seal: z.string().length(64) });
const chainHead = z.object({ position: z.int(), hash: z.string().length(64) });
const keptFile = z.object({ municipality: z.string(), days: z.array(sealedDay), head: chainHead.nullable() });

/** Seals kept outside the records: who can change the records cannot make them agree with these. */
export type KeptSeals = {
  readonly municipality: string;
  readonly days: readonly SealedDay[];
  readonly head: ChainHead | null;
};

/** Adds what a sealing did to the municipality's files in a folder: a line for each closed day, and the chain's end. */
export function keepSealing(folder: string, municipality: string, { days, head, sealed }: Sealing): void {
  if (days.length === 0 && (sealed === 0 || head === null)) return;
  mkdirSync(folder, { recursive: true });
  if (days.length > 0)
    appendFileSync(dayFile(folder, municipality), days.map((day) => `${JSON.stringify(day)}\n`).join(""), {
      mode: 0o600,
    });
  if (head === null) return;
  const path = headFile(folder, municipality);
  writeFileSync(`${path}.new`, JSON.stringify(head), { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

/** The seals a folder keeps of a municipality's log; none when it keeps none. */
export function keptIn(folder: string, municipality: string): KeptSeals {
  const days = dayFile(folder, municipality);
  const head = headFile(folder, municipality);
  const lines = existsSync(days) ? readFileSync(days, "utf8").split("\n").filter(Boolean) : [];
  return {
    municipality,
    days: lines.map((line) => sealedDay.parse(JSON.parse(line))),
    head: existsSync(head) ? chainHead.parse(JSON.parse(readFileSync(head, "utf8"))) : null,
  };
}

/** Seals as `log seal` wrote them to a file. Throws `not_seals` when the text is something else or another municipality's. */
export function readKept(text: string, municipality: string): KeptSeals {
  const found = keptFile.safeParse(fromJson(text));
  if (found.success && found.data.municipality === municipality) return found.data;
  throw namedError("not_seals", {
    da: `Filen er ikke segl for kommune ${municipality}; brug en fil, som »springbraet log seal« har skrevet`,
    en: `The file is not seals of municipality ${municipality}; use a file that "springbraet log seal" wrote`,
  });
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function dayFile(folder: string, municipality: string): string {
  return join(folder, `${municipality}.jsonl`);
}

function headFile(folder: string, municipality: string): string {
  return join(folder, `${municipality}.head.json`);
}
