import { Button } from "@navikt/ds-react";
import { type ReactElement, useState } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { AppLink } from "../../platform/ui/app-link.tsx";
import { SmallTable } from "../../platform/ui/small-table.tsx";
import { useBoth, useTexts } from "../../platform/ui/use-language.tsx";
import { timeText } from "../clock.ts";
import type { Appointment, Calendar } from "../contract.ts";
import { contactTexts } from "./contact-texts.ts";
import { meetingTexts } from "./meeting-texts.ts";
import { useInterpreterText } from "./use-interpreter-text.ts";
import "./contact.css";

type Props = {
  readonly appointments: readonly Appointment[];
  readonly meetings: Calendar["meetings"];
  /** Citizens among them whose data may only be stored. */
  readonly restricted: readonly string[];
};

type Line = {
  readonly key: string;
  readonly starts: number;
  readonly minutes: number;
  readonly whose: ReactElement;
  readonly what: string;
  readonly state: string;
};

/** As many meetings as one member of staff holds in a day; a whole unit has more. */
const FEW = 12;

/** The meetings of a day, each with the way to its citizen; a group meeting is one, with the way to its people. */
export function CalendarTable(props: Props): ReactElement {
  const { calendar: texts } = useTexts(contactTexts);
  const [isWhole, setWhole] = useState(false);
  const lines = useLines(props);
  const shown = isWhole ? lines : lines.slice(0, FEW);
  if (lines.length === 0) return <p className="quiet">{texts.none}</p>;
  return (
    <>
      <SmallTable
        name={texts.title}
        head={[texts.time, texts.citizen, texts.what, texts.state]}
        rows={shown.map(({ key, starts, minutes, whose, what, state }) => ({
          key,
          cells: [[starts, starts + minutes].map(timeText).join("-"), whose, what, state],
        }))}
      />
      {shown.length < lines.length && (
        <Button className="no-print" size="xsmall" variant="tertiary" onClick={() => setWhole(true)}>
          {fill(texts.more, { count: lines.length - shown.length })}
        </Button>
      )}
    </>
  );
}

function useLines({ appointments, meetings, restricted }: Props): readonly Line[] {
  const { calendar: texts, part, states } = useTexts(contactTexts);
  const { states: meetingStates } = useTexts(meetingTexts);
  const both = useBoth();
  const interpreterText = useInterpreterText();
  const alone = appointments
    .filter(({ meeting }) => meeting === null)
    .map(
      (one): Line => ({
        key: one.id,
        starts: one.starts,
        minutes: one.minutes,
        whose: (
          <AppLink to="/borgere/$citizen" params={{ citizen: one.citizen }}>
            {one.name ?? (one.isProtected ? fill(texts.protected, { id: one.citizen }) : one.citizen)}
          </AppLink>
        ),
        what: [
          both(one.kindLabel),
          both(one.formLabel),
          ...(one.isDuty ? [part.duty] : []),
          ...(one.interpreter ? [interpreterText(one.interpreter)] : []),
          ...(restricted.includes(one.citizen) ? [texts.restricted] : []),
        ].join(" · "),
        state: states[one.state],
      }),
    );
  const together = meetings.map(
    (one): Line => ({
      key: one.id,
      starts: one.starts,
      minutes: one.minutes,
      whose: (
        <AppLink to="/moeder/$meeting" params={{ meeting: one.id }}>
          {fill(texts.group, { subject: one.subject, taken: one.taken, room: one.room })}
        </AppLink>
      ),
      what: [both(one.kindLabel), one.place || both(one.formLabel), both(one.languageLabel)].join(" · "),
      state: meetingStates[one.state],
    }),
  );
  return [...alone, ...together].toSorted((a, b) => a.starts - b.starts);
}
