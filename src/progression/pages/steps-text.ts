import { formatSigned, NO_VALUE } from "../../platform/texts/format.ts";
import type { Language } from "../../platform/texts/language.ts";
import { useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import { progressionTexts } from "./progression-texts.ts";

/** Writes a change in steps: `+2`, `−1`, “unchanged”, and a dash where there is none. */
export function useSteps(): (steps: number | null, decimals?: number) => string {
  const { noChange } = useTexts(progressionTexts);
  const { language } = useLanguage();
  return (steps, decimals = 0) => {
    if (steps === null) return NO_VALUE;
    return steps === 0 && decimals === 0 ? noChange : signed(steps, language, decimals);
  };
}

function signed(steps: number, language: Language, decimals: number): string {
  return formatSigned(steps, language, decimals);
}
