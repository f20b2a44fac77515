import type { Bilingual } from "../../platform/kernel/fact.ts";
import { da } from "../texts.da.ts";
import { en } from "../texts.en.ts";
import type { PlanFault } from "./write.ts";

type Problem = { readonly pointer: string; readonly message: Bilingual };

/** Faults of a plan in words, each with the place it is about. */
export function planProblems(faults: readonly PlanFault[]): Problem[] {
  return faults.map(({ at, code }) => ({
    pointer: `/body/${at}`,
    message: { da: da.faults[code], en: en.faults[code] },
  }));
}
