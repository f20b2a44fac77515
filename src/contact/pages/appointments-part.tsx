import { Button, Heading, InlineMessage } from "@navikt/ds-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { formatDay } from "../../platform/texts/format.ts";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { SkeletonLines } from "../../platform/ui/skeleton-lines.tsx";
import { useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import { timeText } from "../clock.ts";
import type { Appointment, CitizenAppointments } from "../contract.ts";
import { AppointmentLine, type Open } from "./appointment-line.tsx";
import { BookingForm } from "./booking-form.tsx";
import { contactTexts } from "./contact-texts.ts";
import { meetingTexts } from "./meeting-texts.ts";
import { appointmentsQuery } from "./queries.ts";
import { SignUpForm } from "./sign-up-form.tsx";
import "./contact.css";

/** A citizen's conversations: what is agreed, booking, moving, what became of them. */
export function AppointmentsPart({ citizen }: { readonly citizen: string }): ReactElement {
  const { part: texts } = useTexts(contactTexts);
  const { data, error, refetch } = useQuery(appointmentsQuery(citizen));
  return (
    <section className="part" id="samtaler">
      <Heading level="2" size="small">
        {texts.title}
      </Heading>
      {error && <ProblemMessage error={error} again={() => void refetch()} />}
      {!data && !error && <SkeletonLines lines={2} />}
      {data && <Appointments citizen={citizen} data={data} />}
    </section>
  );
}

function Appointments({
  citizen,
  data,
}: {
  readonly citizen: string;
  readonly data: CitizenAppointments;
}): ReactElement {
  const { part: texts } = useTexts(contactTexts);
  const { signUp: meetings } = useTexts(meetingTexts);
  const { language } = useLanguage();
  const queries = useQueryClient();
  const [open, setOpen] = useState<Open | "new" | "meeting" | null>(null);
  const [told, setTold] = useState("");
  const when = ({ day, starts }: Appointment): string => `${formatDay(day, language)} ${timeText(starts)}`;
  const done = (message: string): void => {
    setOpen(null);
    setTold(message);
    void queries.invalidateQueries();
  };
  const lines = (appointments: readonly Appointment[]): ReactElement => (
    <ul className="contact-list">
      {appointments.map((appointment) => (
        <AppointmentLine
          key={`${appointment.id} ${appointment.version}`}
          data={data}
          appointment={appointment}
          open={typeof open === "string" ? null : open}
          onOpen={setOpen}
          onMoved={() => done(texts.moved)}
          onReopened={() => done(texts.reopened)}
          onSettled={({ next }) => done(next ? fill(texts.settledNext, { when: when(next) }) : texts.settled)}
        />
      ))}
    </ul>
  );
  const booked = data.appointments.filter(({ state }) => state === "booked").toReversed();
  const earlier = data.appointments.filter(({ state }) => state !== "booked");
  return (
    <>
      {booked.length === 0 ? <p className="quiet">{texts.none}</p> : lines(booked)}
      {data.may.write && typeof open !== "string" && (
        <div className="contact-actions no-print">
          <Button size="small" variant="secondary" onClick={() => setOpen("new")}>
            {texts.book}
          </Button>
          <Button size="small" variant="tertiary" onClick={() => setOpen("meeting")}>
            {meetings.open}
          </Button>
        </div>
      )}
      {open === "meeting" && <SignUpForm citizens={[citizen]} onClose={() => setOpen(null)} />}
      {!data.may.write && <p className="quiet">{texts.closed}</p>}
      {open === "new" && (
        <BookingForm
          citizen={citizen}
          data={data}
          moved={null}
          onDone={(appointment) => done(fill(texts.booked, { when: when(appointment) }))}
          onClose={() => setOpen(null)}
        />
      )}
      <div role="status">{told !== "" && <InlineMessage status="success">{told}</InlineMessage>}</div>
      {earlier.length > 0 && (
        <>
          <Heading level="3" size="xsmall">
            {texts.earlier}
          </Heading>
          {lines(earlier)}
        </>
      )}
    </>
  );
}
