import { readFileSync } from "node:fs";
import { z } from "zod";
import { namedError } from "../db/public.ts";
import { readYaml } from "../files/public.ts";
import { fill } from "../texts/catalogue.ts";
import type { Sender } from "./contract.ts";
import { da } from "./texts.da.ts";
import { en } from "./texts.en.ts";

const line = z.string().trim().min(1).max(100);
const sender = z.strictObject({
  name: line,
  cvr: z.string().regex(/^\d{8}$/, "eight digits"),
  address: z.array(line).min(1).max(5),
  phone: line,
  mail: z.email().nullable().default(null),
});
const file = z.record(z.string().regex(/^\d{4}$/, "four digits"), sender);

/** Who letters come from, by the municipality's four-digit code. */
export type Senders = Readonly<Record<string, Sender>>;

/** Reads the file of senders (YAML). Throws `senders_unreadable`, or `senders_bad` with every mistake and its line. */
export function readSenders(path: string): Senders {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    throw namedError("senders_unreadable", {
      da: fill(da.senders_unreadable, { file: path }),
      en: fill(en.senders_unreadable, { file: path }),
    });
  }
  const read = readYaml(text, file);
  if (read.ok) return read.data;
  const told = (texts: typeof en): string =>
    fill(texts.senders_bad, {
      file: path,
      faults: read.faults
        .map(({ line: at, path: key, detail }) => fill(texts.senders_fault, { line: at, path: key, detail }))
        .join("\n"),
    });
  throw namedError("senders_bad", { da: told(da), en: told(en) });
}
