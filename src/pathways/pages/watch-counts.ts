import { countForm, fill } from "../../platform/texts/catalogue.ts";
import { useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import { WATCHED } from "../codes.ts";
import type { Watch } from "../contract.ts";
import { planTexts } from "./plan-texts.ts";

/** How much there is to look at, in words for one and many. */
export function useWatchCounts(): (counts: Watch["counts"]) => Readonly<Record<string, string>> {
  const { watch: texts } = useTexts(planTexts);
  const { language } = useLanguage();
  return (counts) =>
    Object.fromEntries(
      WATCHED.map((list) => [list, fill(countForm(language, counts[list], texts[list]), { count: counts[list] })]),
    );
}
