import { z } from "zod";
import { bilingual } from "../platform/http/contract.ts";

const day = z.iso.date();
const code = z.string().min(1).max(60);
const version = z.string().regex(/^\d{1,20}$/);

/** That a citizen needs an interpreter, from a day. `to` is the last day; null while it holds. `sex` is the interpreter's; null when it does not matter. */
export const newNeed = z.strictObject({
  language: code,
  way: code,
  sex: code.nullable().default(null),
  from: day,
  to: day.nullable().default(null),
});
export const changedNeed = newNeed.extend({ version });
export const goneNeed = z.strictObject({ version });

/** An interpreter need as it is believed now. */
export const interpreterNeed = z.strictObject({
  id: z.string(),
  version: z.string(),
  language: z.string(),
  languageLabel: bilingual,
  way: z.string(),
  wayLabel: bilingual,
  sex: z.string().nullable(),
  sexLabel: bilingual.nullable(),
  from: day,
  to: day.nullable(),
  known: day,
});

const choices = z.array(z.strictObject({ code: z.string(), label: bilingual }));
/** A citizen's interpreter needs, the newest first, and what can be noted. */
export const interpreterNeeds = z.strictObject({
  on: day,
  may: z.strictObject({ write: z.boolean() }),
  needs: z.array(interpreterNeed),
  choices: z.strictObject({ language: choices, way: choices, sex: choices }),
});

export type NewNeed = z.infer<typeof newNeed>;
export type ChangedNeed = z.infer<typeof changedNeed>;
export type InterpreterNeed = z.infer<typeof interpreterNeed>;
export type InterpreterNeeds = z.infer<typeof interpreterNeeds>;
