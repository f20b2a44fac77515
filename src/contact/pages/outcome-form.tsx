import { Switch, Textarea } from "@navikt/ds-react";
import { useMutation } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { post } from "../../platform/ui/api.ts";
import { useDraft } from "../../platform/ui/use-draft.ts";
import { useFieldProblem } from "../../platform/ui/use-field-problem.ts";
import { useTexts } from "../../platform/ui/use-language.tsx";
import type { Appointment, CitizenAppointments, SettleAsk } from "../contract.ts";
import type { Outcome } from "../rules/outcome.ts";
import { BookingFields, LetterField } from "./booking-fields.tsx";
import { lastLetterChoice, readBooking, usualBooking } from "./booking-values.ts";
import { contactTexts } from "./contact-texts.ts";
import { FormActions } from "./form-actions.tsx";
import { type Absence, AbsenceFields, Guide, OutcomeChoice } from "./outcome-parts.tsx";
import { SaveProblem } from "./save-problem.tsx";
import { sending } from "./sending.ts";

type Done = { readonly appointment: Appointment; readonly next: Appointment | null };
type Props = {
  readonly data: CitizenAppointments;
  readonly appointment: Appointment;
  readonly onDone: (done: Done) => void;
  readonly onClose: () => void;
};

const NO_ABSENCE: Absence = { reason: "", isReasonable: null, decision: null, decidedWhy: "" };

/** The note, kept until the outcome is told, and telling it. */
function useTelling({ id }: Appointment, onDone: (done: Done) => void) {
  const note = useDraft(`springbraet.draft.conversation.${id}`);
  const save = useMutation({
    mutationFn: (ask: SettleAsk) => post<Done>(`/appointments/${id}/outcome`, ask),
    onSuccess: (done) => {
      note.write("");
      onDone(done);
    },
  });
  return { note, save };
}

/** Notes what became of a conversation: the note with its guide, what is decided about absence, and the next one agreed in the same step. */
export function OutcomeForm({ data, appointment, onDone, onClose }: Props): ReactElement {
  const { outcome: texts, letters } = useTexts(contactTexts);
  const [outcome, setOutcome] = useState<Outcome>("held");
  const [absence, setAbsence] = useState(NO_ABSENCE);
  const [agrees, setAgrees] = useState(false);
  const [next, setNext] = useState(usualBooking(data, appointment.kind));
  const [letter, setLetter] = useState(lastLetterChoice(appointment));
  const [tried, setTried] = useState(false);
  const { note, save } = useTelling(appointment, onDone);
  const wrong = useFieldProblem(save.error, "/body");
  const send = (text: string, version: number): void => {
    setTried(true);
    const booking = agrees ? readBooking(next) : null;
    if (agrees && booking === null) return;
    const told = outcome === "held" ? NO_ABSENCE : absence;
    save.mutate({
      ...told,
      version,
      outcome,
      note: text,
      next: booking,
      letter: outcome === "cancelled" ? letter : "none",
    });
  };
  return (
    <form onSubmit={sending(() => send(note.text, appointment.version))} noValidate aria-label={texts.title}>
      <OutcomeChoice value={outcome} error={wrong("outcome")} onChoose={setOutcome} />
      {outcome === "held" && <Guide data={data} kind={appointment.kind} />}
      {outcome !== "held" && (
        <AbsenceFields
          values={absence}
          onChange={setAbsence}
          wrong={wrong}
          decides={outcome === "missed" && appointment.isDuty}
        />
      )}
      {outcome === "cancelled" && (
        <LetterField value={letter} help={letters.cancelHelp} error={wrong("letter")} onChoose={setLetter} />
      )}
      <Textarea
        size="small"
        label={texts.note}
        description={texts.noteHelp}
        value={note.text}
        minRows={4}
        onChange={(event) => note.write(event.target.value)}
      />
      <Switch size="small" checked={agrees} onChange={(event) => setAgrees(event.target.checked)}>
        {texts.next}
      </Switch>
      {agrees && (
        <BookingFields
          data={data}
          values={next}
          onChange={setNext}
          error={save.error}
          place="/body/next"
          tried={tried}
        />
      )}
      <SaveProblem
        citizen={appointment.citizen}
        error={save.error}
        mine={{ note: note.text }}
        labels={{ note: texts.note }}
        busy={save.isPending}
        onSave={(chosen, over) => {
          note.write(chosen.note ?? "");
          send(chosen.note ?? "", over);
        }}
        onClose={onClose}
      />
      <FormActions save={texts.save} busy={save.isPending} onClose={onClose} />
    </form>
  );
}
