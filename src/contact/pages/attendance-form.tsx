import { Heading, Select, TextField } from "@navikt/ds-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { post } from "../../platform/ui/api.ts";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { useTexts } from "../../platform/ui/use-language.tsx";
import type { EachDone } from "../contract.ts";
import type { AttendanceAsk, Meeting, MeetingPage } from "../meeting-contract.ts";
import { OUTCOMES, type Outcome } from "../rules/outcome.ts";
import { FormActions } from "./form-actions.tsx";
import { usePersonName } from "./meeting-people.tsx";
import { meetingTexts } from "./meeting-texts.ts";
import { sending } from "./sending.ts";

type Told = { readonly outcome: Outcome; readonly reason: string };
type Props = { readonly data: MeetingPage; readonly onDone: (each: EachDone) => void; readonly onClose: () => void };

const CAME: Told = { outcome: "held", reason: "" };

/** Notes who came, all in one step: everybody stands as having come, and those who did not are changed. */
export function AttendanceForm({ data, onDone, onClose }: Props): ReactElement {
  const { attendance: texts } = useTexts(meetingTexts);
  const queries = useQueryClient();
  const [told, setTold] = useState<Readonly<Record<string, Told>>>({});
  const [isTried, setTried] = useState(false);
  const name = usePersonName();
  const open = data.people.filter(({ state, isRestricted }) => state === "booked" && !isRestricted);
  const of = (id: string): Told => told[id] ?? CAME;
  const lacks = (id: string): boolean => of(id).outcome === "cancelled" && of(id).reason.trim() === "";
  const save = useMutation({
    mutationFn: () => {
      const people = open.map(({ id, version }) => ({ appointment: id, version, decision: null, ...of(id) }));
      const asked: AttendanceAsk = { version: data.meeting.version, people };
      return post<{ meeting: Meeting; each: EachDone }>(`/meetings/${data.meeting.id}/attendance`, asked);
    },
    onSuccess: async ({ each }) => {
      onDone(each);
      await queries.invalidateQueries();
    },
  });
  const send = (): void => {
    setTried(true);
    if (!open.some(({ id }) => lacks(id))) save.mutate();
  };
  return (
    <form className="no-print" onSubmit={sending(send)} noValidate aria-label={texts.title}>
      <Heading level="2" size="xsmall">
        {texts.title}
      </Heading>
      <p className="quiet">{texts.help}</p>
      <ul className="contact-list">
        {open.map((one) => (
          <li key={one.id} className="attendance-line">
            <Line
              name={name(one)}
              told={of(one.id)}
              error={isTried && lacks(one.id) ? texts.reasonMissing : undefined}
              onTell={(change) => setTold({ ...told, [one.id]: { ...of(one.id), ...change } })}
            />
          </li>
        ))}
      </ul>
      {save.error && <ProblemMessage error={save.error} again={() => void queries.invalidateQueries()} />}
      <FormActions save={texts.save} busy={save.isPending} onClose={onClose} />
    </form>
  );
}

type LineProps = {
  readonly name: string;
  readonly told: Told;
  readonly error: string | undefined;
  readonly onTell: (change: Partial<Told>) => void;
};

function Line({ name, told, error, onTell }: LineProps): ReactElement {
  const { attendance: texts } = useTexts(meetingTexts);
  return (
    <>
      <Select
        size="small"
        label={fill(texts.outcome, { name })}
        value={told.outcome}
        onChange={(event) => onTell({ outcome: OUTCOMES.find((one) => one === event.target.value) ?? "held" })}
      >
        {OUTCOMES.map((outcome) => (
          <option key={outcome} value={outcome}>
            {texts[outcome]}
          </option>
        ))}
      </Select>
      {told.outcome !== "held" && (
        <TextField
          size="small"
          label={fill(texts.reason, { name })}
          value={told.reason}
          error={error}
          autoComplete="off"
          onChange={(event) => onTell({ reason: event.target.value })}
        />
      )}
    </>
  );
}
