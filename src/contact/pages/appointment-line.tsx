import { Button } from "@navikt/ds-react";
import { useMutation } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { formatDay } from "../../platform/texts/format.ts";
import { post } from "../../platform/ui/api.ts";
import { AppLink } from "../../platform/ui/app-link.tsx";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { useBoth, useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import { timeText } from "../clock.ts";
import type { Appointment, CitizenAppointments } from "../contract.ts";
import { BookingForm } from "./booking-form.tsx";
import { contactTexts } from "./contact-texts.ts";
import { LetterLines } from "./letter-lines.tsx";
import { LetterNow } from "./letter-now.tsx";
import { OutcomeForm } from "./outcome-form.tsx";
import { useInterpreterText } from "./use-interpreter-text.ts";

/** Which line's form is open, and which form. */
export type Open = { readonly id: string; readonly form: "move" | "settle" };

type Props = {
  readonly data: CitizenAppointments;
  readonly appointment: Appointment;
  readonly open: Open | null;
  readonly onOpen: (open: Open | null) => void;
  readonly onMoved: () => void;
  readonly onReopened: () => void;
  readonly onSettled: (done: { readonly next: Appointment | null }) => void;
};

/** One appointment: when, what, with whom, what became of it, and what can be done with it. */
export function AppointmentLine(props: Props): ReactElement {
  const { data, appointment, open, onOpen, onMoved, onReopened, onSettled } = props;
  const { part: texts, states, outcome } = useTexts(contactTexts);
  const { language } = useLanguage();
  const both = useBoth();
  const { id, version, citizen, day, starts, minutes, state } = appointment;
  const reopen = useMutation({
    mutationFn: () => post<Appointment>(`/appointments/${id}/reopen`, { version }),
    onSuccess: onReopened,
  });
  const about = useAbout(appointment);
  const at = fill(texts.at, {
    day: formatDay(day, language),
    from: timeText(starts),
    until: timeText(starts + minutes),
  });
  const form = open?.id === id ? open.form : null;
  const close = (): void => onOpen(null);
  return (
    <li className="contact-line">
      <p>
        <strong>{at}</strong> {both(appointment.kindLabel)}
        {state !== "booked" && ` · ${states[state]}`} <span className="quiet">{about}</span>
      </p>
      <About appointment={appointment} />
      <Told label={outcome.reason} text={appointment.reason} />
      <Told
        label={texts.decision}
        text={
          appointment.decision === null
            ? ""
            : [outcome.decisions[appointment.decision], appointment.decidedWhy].filter((part) => part !== "").join(". ")
        }
      />
      <Told label={texts.note} text={appointment.note} />
      <LetterLines letters={appointment.letters} mayWrite={data.may.write} />
      {data.may.write && form === null && (
        <div className="contact-actions no-print">
          {state === "booked" && (
            <>
              <Button size="xsmall" variant="secondary" onClick={() => onOpen({ id, form: "settle" })}>
                {texts.settle}
              </Button>
              {appointment.meeting === null && (
                <Button size="xsmall" variant="tertiary" onClick={() => onOpen({ id, form: "move" })}>
                  {texts.move}
                </Button>
              )}
              <LetterNow appointment={appointment} />
            </>
          )}
          {state !== "booked" && (
            <Button size="xsmall" variant="tertiary" loading={reopen.isPending} onClick={() => reopen.mutate()}>
              {texts.reopen}
            </Button>
          )}
        </div>
      )}
      {reopen.error && <ProblemMessage error={reopen.error} />}
      {form === "move" && (
        <BookingForm citizen={citizen} data={data} moved={appointment} onDone={onMoved} onClose={close} />
      )}
      {form === "settle" && <OutcomeForm data={data} appointment={appointment} onDone={onSettled} onClose={close} />}
    </li>
  );
}

/** How, with whom, whether coming is a duty, and which interpreter is needed. */
function useAbout({ formLabel, staffName, staff, isDuty, interpreter }: Appointment): string {
  const { part: texts } = useTexts(contactTexts);
  const both = useBoth();
  const interpreterText = useInterpreterText();
  return [
    both(formLabel),
    fill(texts.with, { staff: staffName ?? staff }),
    isDuty ? texts.duty : texts.voluntary,
    ...(interpreter ? [interpreterText(interpreter)] : []),
  ].join(" · ");
}

/** What it is for, or the group meeting it is a place in and where that is held. */
function About({ appointment }: { readonly appointment: Appointment }): ReactElement {
  const { part: texts } = useTexts(contactTexts);
  const { meeting, purpose } = appointment;
  if (!meeting) return <Told label={texts.purpose} text={purpose} />;
  return (
    <p>
      <span className="quiet">{`${texts.meeting}: `}</span>
      <AppLink to="/moeder/$meeting" params={{ meeting: meeting.id }}>
        {meeting.subject}
      </AppLink>
      {meeting.place !== "" && <span className="quiet">{` (${meeting.place})`}</span>}
    </p>
  );
}

function Told({ label, text }: { readonly label: string; readonly text: string }): ReactElement | null {
  if (text === "") return null;
  return (
    <p>
      <span className="quiet">{`${label}: `}</span>
      {text}
    </p>
  );
}
