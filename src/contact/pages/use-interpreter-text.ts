import { fill } from "../../platform/texts/catalogue.ts";
import { useBoth, useTexts } from "../../platform/ui/use-language.tsx";
import type { Interpreter } from "../contract.ts";
import { contactTexts } from "./contact-texts.ts";

/** Says which interpreter a citizen needs: language, kind, and sex when one is wished. */
export function useInterpreterText(): (need: NonNullable<Interpreter>) => string {
  const { interpreter: texts } = useTexts(contactTexts);
  const both = useBoth();
  return ({ languageLabel, wayLabel, sexLabel }) =>
    fill(texts.need, {
      language: both(languageLabel),
      how: [both(wayLabel), ...(sexLabel ? [both(sexLabel)] : [])].join(", "),
    });
}
