import type { Bilingual } from "../../platform/kernel/fact.ts";
import type { CorrectionFault } from "../rules/correction.ts";
import { da } from "../texts.da.ts";
import { en } from "../texts.en.ts";

/** Faults of a correction in words, each with the field it is about. */
export function correctionProblems(
  faults: readonly { readonly field: string; readonly code: CorrectionFault["code"] | "number_taken" }[],
): { pointer: string; message: Bilingual }[] {
  return faults.map(({ field, code }) => ({
    pointer: `/body/values/${field}`,
    message: { da: da.faults[code], en: en.faults[code] },
  }));
}
