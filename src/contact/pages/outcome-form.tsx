import { Heading, Radio, RadioGroup, Select, Switch, Textarea, TextField } from "@navikt/ds-react";
import { useMutation } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { post } from "../../platform/ui/api.ts";
import { useDraft } from "../../platform/ui/use-draft.ts";
import { useFieldProblem } from "../../platform/ui/use-field-problem.ts";
import { useBoth, useTexts } from "../../platform/ui/use-language.tsx";
import type { Appointment, CitizenAppointments, SettleAsk } from "../contract.ts";
import { DECISIONS, type Decision, OUTCOMES, type Outcome } from "../rules/outcome.ts";
import { BookingFields } from "./booking-fields.tsx";
import { readBooking, usualBooking } from "./booking-values.ts";
import { contactTexts } from "./contact-texts.ts";
import { FormActions } from "./form-actions.tsx";
import { SaveProblem } from "./save-problem.tsx";
import { sending } from "./sending.ts";

type Done = { readonly appointment: Appointment; readonly next: Appointment | null };
type Props = {
  readonly data: CitizenAppointments;
  readonly appointment: Appointment;
  readonly onDone: (done: Done) => void;
  readonly onClose: () => void;
};
type Absence = Pick<SettleAsk, "reason" | "isReasonable" | "decision" | "decidedWhy">;

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
  const { outcome: texts } = useTexts(contactTexts);
  const [outcome, setOutcome] = useState<Outcome>("held");
  const [absence, setAbsence] = useState(NO_ABSENCE);
  const [agrees, setAgrees] = useState(false);
  const [next, setNext] = useState(usualBooking(data, appointment.kind));
  const [tried, setTried] = useState(false);
  const { note, save } = useTelling(appointment, onDone);
  const wrong = useFieldProblem(save.error, "/body");
  const send = (text: string, version: number): void => {
    setTried(true);
    const booking = agrees ? readBooking(next) : null;
    if (agrees && booking === null) return;
    const told = outcome === "held" ? NO_ABSENCE : absence;
    save.mutate({ ...told, version, outcome, note: text, next: booking });
  };
  return (
    <form onSubmit={sending(() => send(note.text, appointment.version))} noValidate aria-label={texts.title}>
      <RadioGroup
        size="small"
        legend={texts.title}
        value={outcome}
        error={wrong("outcome")}
        onChange={(value: Outcome) => setOutcome(value)}
      >
        {OUTCOMES.map((one) => (
          <Radio key={one} value={one}>
            {texts[one]}
          </Radio>
        ))}
      </RadioGroup>
      {outcome === "held" && <Guide data={data} kind={appointment.kind} />}
      {outcome !== "held" && (
        <AbsenceFields
          values={absence}
          onChange={setAbsence}
          wrong={wrong}
          decides={outcome === "missed" && appointment.isDuty}
        />
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

/** What the conversation goes through (CON-19). */
function Guide({ data, kind }: { readonly data: CitizenAppointments; readonly kind: string }): ReactElement | null {
  const { outcome: texts } = useTexts(contactTexts);
  const both = useBoth();
  const found = data.kinds.find(({ code }) => code === kind);
  if (!found) return null;
  return (
    <section className="contact-guide" aria-label={texts.guide}>
      <Heading level="3" size="xsmall">
        {texts.guide}
      </Heading>
      <ul>
        {found.guide.map((point) => (
          <li key={point.da}>{both(point)}</li>
        ))}
      </ul>
      <p className="quiet">{fill(texts.guideSource, { source: found.source })}</p>
    </section>
  );
}

type AbsenceProps = {
  readonly values: Absence;
  readonly onChange: (values: Absence) => void;
  readonly wrong: (field: string) => string | undefined;
  /** Is something to be decided: did somebody with a duty not come? */
  readonly decides: boolean;
};

/** Why it was not held, and what is decided when coming was a duty (CON-06). */
function AbsenceFields({ values, onChange, wrong, decides }: AbsenceProps): ReactElement {
  const { outcome: texts, form } = useTexts(contactTexts);
  const set = (change: Partial<Absence>): void => onChange({ ...values, ...change });
  return (
    <div className="booking-fields">
      <TextField
        size="small"
        className="booking-wide"
        label={texts.reason}
        value={values.reason}
        error={wrong("reason")}
        autoComplete="off"
        onChange={(event) => set({ reason: event.target.value })}
      />
      {decides && (
        <>
          <Select
            size="small"
            label={texts.reasonable}
            value={values.isReasonable === null ? "" : String(values.isReasonable)}
            error={wrong("isReasonable")}
            onChange={(event) => set({ isReasonable: REASONABLE[event.target.value] ?? null })}
          >
            <option value="">{texts.notJudged}</option>
            <option value="true">{texts.yes}</option>
            <option value="false">{texts.no}</option>
          </Select>
          <Select
            size="small"
            label={texts.decision}
            value={values.decision ?? ""}
            error={wrong("decision")}
            onChange={(event) => set({ decision: (event.target.value || null) as Decision | null })}
          >
            <option value="">{form.choose}</option>
            {DECISIONS.map((decision) => (
              <option key={decision} value={decision}>
                {texts.decisions[decision]}
              </option>
            ))}
          </Select>
          <Textarea
            size="small"
            className="booking-wide"
            label={texts.decidedWhy}
            value={values.decidedWhy}
            error={wrong("decidedWhy")}
            minRows={2}
            onChange={(event) => set({ decidedWhy: event.target.value })}
          />
        </>
      )}
    </div>
  );
}

const REASONABLE: Readonly<Record<string, boolean>> = { true: true, false: false };
