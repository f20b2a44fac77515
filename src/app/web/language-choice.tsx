import type { ReactElement } from "react";
import { languages } from "../../platform/texts/language.ts";
import { useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import { appTexts } from "./app-texts.ts";

/** Danish or English. */
export function LanguageChoice(): ReactElement {
  const texts = useTexts(appTexts);
  const { language, choose } = useLanguage();
  return (
    <fieldset className="language-choice no-print">
      <legend className="aksel-sr-only">{texts.language.label}</legend>
      {languages.map((each) => (
        <button key={each} type="button" lang={each} aria-pressed={each === language} onClick={() => choose(each)}>
          {texts.language[each]}
        </button>
      ))}
    </fieldset>
  );
}
