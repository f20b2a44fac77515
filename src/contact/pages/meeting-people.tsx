import { Heading } from "@navikt/ds-react";
import type { ReactElement } from "react";
import { countForm, fill } from "../../platform/texts/catalogue.ts";
import { AppLink } from "../../platform/ui/app-link.tsx";
import { SmallTable } from "../../platform/ui/small-table.tsx";
import { useBoth, useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { MeetingPage } from "../meeting-contract.ts";
import { contactTexts } from "./contact-texts.ts";
import { meetingTexts } from "./meeting-texts.ts";
import { useInterpreterText } from "./use-interpreter-text.ts";

type Person = MeetingPage["people"][number];

/** Who is signed up, as a list that can be printed and signed on. Those who are out of sight are counted. */
export function MeetingPeople({ data }: { readonly data: MeetingPage }): ReactElement {
  const { page: texts } = useTexts(meetingTexts);
  const { states } = useTexts(contactTexts);
  const { language: reading } = useLanguage();
  const name = usePersonName();
  const letter = useLetterText();
  const interpreterText = useInterpreterText();
  const { citizen, interpreter, state, letter: letterHead, came } = texts.head;
  const language = data.meeting.language;
  const needing = data.people.filter(
    (one) => one.interpreter && one.interpreter.language !== language && one.state !== "cancelled",
  );
  return (
    <section className="part meeting-people" id="tilmeldte">
      <Heading level="2" size="small">
        {texts.people}
      </Heading>
      {needing.length > 0 && (
        <p>{fill(countForm(reading, needing.length, texts.needing), { count: needing.length })}</p>
      )}
      {data.people.length === 0 && <p className="quiet">{texts.noPeople}</p>}
      {data.people.length > 0 && (
        <SmallTable
          name={texts.people}
          head={[citizen, interpreter, state, letterHead, came]}
          rows={data.people.map((one) => ({
            key: one.id,
            cells: [
              <span key="citizen">
                <AppLink to="/borgere/$citizen" params={{ citizen: one.citizen }} walk>
                  {name(one)}
                </AppLink>
                {one.isRestricted && <span className="quiet">{` · ${texts.restricted}`}</span>}
              </span>,
              one.interpreter ? interpreterText(one.interpreter) : texts.noInterpreter,
              [states[one.state], ...(one.reason === "" ? [] : [one.reason])].join(": "),
              letter(one),
              <span key="came" className="meeting-signature" />,
            ],
          }))}
        />
      )}
      {data.others > 0 && (
        <p className="quiet">{fill(countForm(reading, data.others, texts.others), { count: data.others })}</p>
      )}
    </section>
  );
}

/** What somebody on the list is called. */
export function usePersonName(): (one: Pick<Person, "citizen" | "name" | "isProtected">) => string {
  const { page: texts } = useTexts(meetingTexts);
  return ({ citizen, name, isProtected }) => name ?? (isProtected ? fill(texts.protected, { id: citizen }) : citizen);
}

/** The last letter somebody was written, and how far it is. */
function useLetterText(): (one: Person) => string {
  const { page: texts } = useTexts(meetingTexts);
  const { letters } = useTexts(contactTexts);
  const both = useBoth();
  return ({ letters: written }) => {
    const last = written.findLast(({ state }) => state !== "withdrawn");
    if (!last) return texts.noLetter;
    return fill(letters.short, { letter: both(last.label), state: letters.stages[last.state] });
  };
}
