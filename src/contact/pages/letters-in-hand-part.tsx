import { Heading } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { countForm, fill } from "../../platform/texts/catalogue.ts";
import { formatDay } from "../../platform/texts/format.ts";
import { AppLink } from "../../platform/ui/app-link.tsx";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { useBoth, useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import { timeText } from "../clock.ts";
import type { LettersInHand } from "../contract.ts";
import { contactTexts } from "./contact-texts.ts";
import { LetterLine } from "./letter-lines.tsx";
import { lettersInHandQuery } from "./queries.ts";
import "./contact.css";

/** Letters that failed or have to be printed: each stays until somebody has done something about it. Nothing is shown when there are none. */
export function LettersInHandPart({ whose }: { readonly whose: "mine" | "unit" }): ReactElement | null {
  const { letters: texts } = useTexts(contactTexts);
  const { language } = useLanguage();
  const { data, error, refetch } = useQuery(lettersInHandQuery(whose));
  if (error) return <ProblemMessage error={error} again={() => void refetch()} />;
  if (!data || data.letters.length + data.aside === 0) return null;
  return (
    <section className="part" id="breve">
      <Heading level="2" size="small">
        {fill(texts.inHand, { count: data.total })}
      </Heading>
      <ul className="contact-list">
        {data.letters.map((letter) => (
          <li key={`${letter.id} ${letter.version}`} className="contact-line">
            <Whose letter={letter} /> <LetterLine letter={letter} mayWrite />
          </li>
        ))}
      </ul>
      {data.total > data.letters.length && (
        <p className="quiet">{fill(texts.rest, { shown: data.letters.length, total: data.total })}</p>
      )}
      {data.aside > 0 && (
        <p className="quiet">{fill(countForm(language, data.aside, texts.aside), { count: data.aside })}</p>
      )}
    </section>
  );
}

function Whose({ letter }: { readonly letter: LettersInHand["letters"][number] }): ReactElement {
  const { calendar: texts, letters } = useTexts(contactTexts);
  const { language } = useLanguage();
  const both = useBoth();
  const { citizen, name, isProtected, kindLabel, day, starts } = letter;
  return (
    <>
      <AppLink to="/borgere/$citizen" params={{ citizen }}>
        {name ?? (isProtected ? fill(texts.protected, { id: citizen }) : citizen)}
      </AppLink>{" "}
      <span className="quiet">
        {fill(letters.about, { kind: both(kindLabel), day: formatDay(day, language), time: timeText(starts) })}
      </span>
    </>
  );
}
