import { Button, Heading } from "@navikt/ds-react";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, type ReactElement, useState } from "react";
import { ApiError, patch, post } from "../../platform/ui/api.ts";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { useTexts } from "../../platform/ui/use-language.tsx";
import type { Appointment, Booking, CitizenAppointments } from "../contract.ts";
import { BookingFields } from "./booking-fields.tsx";
import { bookingOf, readBooking, usualBooking } from "./booking-values.ts";
import { contactTexts } from "./contact-texts.ts";

type Props = {
  readonly citizen: string;
  readonly data: CitizenAppointments;
  /** The appointment that is moved; a new one is booked without. */
  readonly moved: Appointment | null;
  readonly onDone: (appointment: Appointment) => void;
  readonly onClose: () => void;
};

/** Books a conversation, or moves one. What is typed stays until it is saved, whatever the server says. */
export function BookingForm({ citizen, data, moved, onDone, onClose }: Props): ReactElement {
  const { form: texts } = useTexts(contactTexts);
  const [values, setValues] = useState(moved ? bookingOf(moved) : usualBooking(data));
  const [tried, setTried] = useState(false);
  const save = useMutation({
    mutationFn: (booking: Booking) =>
      moved
        ? patch<Appointment>(`/appointments/${moved.id}`, { ...booking, version: moved.version })
        : post<Appointment>(`/citizens/${encodeURIComponent(citizen)}/appointments`, booking),
    onSuccess: onDone,
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    const booking = readBooking(values);
    if (booking) save.mutate(booking);
  };
  const isOfFields = save.error instanceof ApiError && save.error.problem.problems.length > 0;
  return (
    <form onSubmit={submit} noValidate aria-label={moved ? texts.moveTitle : texts.title}>
      <Heading level="3" size="xsmall">
        {moved ? texts.moveTitle : texts.title}
      </Heading>
      <BookingFields data={data} values={values} onChange={setValues} error={save.error} place="/body" tried={tried} />
      {save.error && !isOfFields && <ProblemMessage error={save.error} />}
      <div className="contact-actions">
        <Button size="small" type="submit" loading={save.isPending}>
          {moved ? texts.saveMove : texts.save}
        </Button>
        <Button size="small" type="button" variant="tertiary" onClick={onClose}>
          {texts.cancel}
        </Button>
      </div>
    </form>
  );
}
