import type { Bilingual } from "../../platform/kernel/fact.ts";
import type { Fault } from "../rules/deeds.ts";
import { da } from "../texts.da.ts";
import { en } from "../texts.en.ts";

/** Faults in words, each with the field it is about and what to do. */
export function screeningProblems(faults: readonly Fault[]): { pointer: string; message: Bilingual }[] {
  return faults.map(({ field, code }) => ({
    pointer: `/body/${field}`,
    message: { da: da.faults[code], en: en.faults[code] },
  }));
}
