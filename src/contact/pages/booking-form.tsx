import { Heading } from "@navikt/ds-react";
import { useMutation } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { patch, post } from "../../platform/ui/api.ts";
import { useTexts } from "../../platform/ui/use-language.tsx";
import type { Appointment, BookingAsk, CitizenAppointments } from "../contract.ts";
import { BookingFields } from "./booking-fields.tsx";
import { type BookingValues, bookingOf, readBooking, textsOf, usualBooking } from "./booking-values.ts";
import { contactTexts } from "./contact-texts.ts";
import { FormActions } from "./form-actions.tsx";
import { SaveProblem } from "./save-problem.tsx";
import { sending } from "./sending.ts";

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
    mutationFn: ({ booking, over }: { readonly booking: BookingAsk; readonly over: number | null }) =>
      moved
        ? patch<Appointment>(`/appointments/${moved.id}`, { ...booking, version: over })
        : post<Appointment>(`/citizens/${encodeURIComponent(citizen)}/appointments`, booking),
    onSuccess: onDone,
  });
  const send = (chosen: BookingValues, over: number | null): void => {
    setValues(chosen);
    setTried(true);
    const booking = readBooking(chosen);
    if (booking) save.mutate({ booking, over });
  };
  const { kind, form, day, starts, minutes, staff, purpose } = texts;
  const fields = { kind, form, day, starts, minutes, staff, purpose };
  return (
    <form
      onSubmit={sending(() => send(values, moved?.version ?? null))}
      noValidate
      aria-label={moved ? texts.moveTitle : texts.title}
    >
      <Heading level="3" size="xsmall">
        {moved ? texts.moveTitle : texts.title}
      </Heading>
      <BookingFields data={data} values={values} onChange={setValues} error={save.error} place="/body" tried={tried} />
      <SaveProblem
        citizen={citizen}
        error={save.error}
        mine={textsOf(values)}
        labels={fields}
        busy={save.isPending}
        onSave={(chosen, over) => send({ ...values, ...chosen }, over)}
        onClose={onClose}
      />
      <FormActions save={moved ? texts.saveMove : texts.save} busy={save.isPending} onClose={onClose} />
    </form>
  );
}
