import { Heading } from "@navikt/ds-react";
import type { ReactElement } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { formatDay } from "../../platform/texts/format.ts";
import { useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { LogOverview } from "../contract.ts";
import { privacyTexts } from "./privacy-texts.ts";

/** Looks that stand out by plain rules, with the rules: help for whoever asks. */
export function Patterns({ data }: { readonly data: LogOverview }): ReactElement {
  const { log: texts } = useTexts(privacyTexts);
  const { language } = useLanguage();
  return (
    <section className="part">
      <Heading level="2" size="small">
        {texts.patterns}
      </Heading>
      <p className="quiet">{fill(texts.patternsHelp, { from: formatDay(data.patternsFrom, language) })}</p>
      {data.patterns.length === 0 ? (
        <p>{texts.patternsNone}</p>
      ) : (
        <ul className="patterns">
          {data.patterns.map(({ kind, who, day, count }) => (
            <li key={`${kind} ${who} ${day}`}>
              <strong>{who}</strong>{" "}
              {fill(texts.pattern[kind], { count, day: day === null ? "" : formatDay(day, language) })}
            </li>
          ))}
        </ul>
      )}
      <p className="quiet">{fill(texts.rules, data.limits)}</p>
    </section>
  );
}
