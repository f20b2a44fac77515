import { z } from "zod";
import { bilingual } from "../platform/http/contract.ts";
import { freeText } from "./contract.ts";
import { ENTRY_KINDS } from "./rules/case-entry.ts";

const day = z.iso.date();
const code = z.string().min(1).max(60);
/** Why, in words. */
const reason = freeText(500).default("");
const version = z.string().regex(/^\d{1,20}$/);
const kind = z.enum(ENTRY_KINDS);

/** What is noted in a case by hand. `to` is the last day; null while it runs, and for a step. */
export const newEntry = z.strictObject({ kind, code, from: day, to: day.nullable().default(null), reason });
export const changedEntry = z.strictObject({ code, from: day, to: day.nullable().default(null), reason, version });
export const goneEntry = z.strictObject({ version });

/** An entry as it is believed now. */
export const caseEntry = z.strictObject({
  kind,
  id: z.string(),
  /** Names what a change saw. */
  version: z.string(),
  code: z.string(),
  label: bilingual,
  from: day,
  to: day.nullable(),
  reason: z.string(),
  /** The day it became known. */
  known: day,
  /** Does it follow from something noted elsewhere, where it is changed? */
  follows: z.boolean(),
});

const choices = z.array(z.strictObject({ code: z.string(), label: bilingual }));

/** What is noted in a citizen's case, the newest first, and what can be. */
export const caseEntries = z.strictObject({
  on: day,
  may: z.strictObject({ write: z.boolean() }),
  /** Is somebody responsible today? Nothing is noted on a closed case. */
  isOpen: z.boolean(),
  entries: z.array(caseEntry),
  choices: z.strictObject({ step: choices, circumstance: choices, target_group: choices }),
});

export type NewEntry = z.infer<typeof newEntry>;
export type ChangedEntry = z.infer<typeof changedEntry>;
export type CaseEntry = z.infer<typeof caseEntry>;
export type CaseEntries = z.infer<typeof caseEntries>;
