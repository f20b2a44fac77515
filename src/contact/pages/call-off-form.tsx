import { Heading, TextField } from "@navikt/ds-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { post } from "../../platform/ui/api.ts";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { useFieldProblem } from "../../platform/ui/use-field-problem.ts";
import { useTexts } from "../../platform/ui/use-language.tsx";
import type { Meeting, MeetingChanged } from "../meeting-contract.ts";
import { LetterField } from "./booking-fields.tsx";
import type { LetterChoice } from "./booking-values.ts";
import { FormActions } from "./form-actions.tsx";
import { meetingTexts } from "./meeting-texts.ts";
import { sending } from "./sending.ts";

type Props = {
  readonly meeting: Meeting;
  readonly onDone: (changed: MeetingChanged) => void;
  readonly onClose: () => void;
};

/** Calls a meeting off for all who have a place, with why, and tells them. */
export function CallOffForm({ meeting, onDone, onClose }: Props): ReactElement {
  const { callOff: texts } = useTexts(meetingTexts);
  const queries = useQueryClient();
  const [reason, setReason] = useState("");
  const [letter, setLetter] = useState<LetterChoice>("da");
  const [isTried, setTried] = useState(false);
  const save = useMutation({
    mutationFn: () =>
      post<MeetingChanged>(`/meetings/${meeting.id}/call-off`, { version: meeting.version, reason, letter }),
    onSuccess: async (done) => {
      onDone(done);
      await queries.invalidateQueries();
    },
  });
  const wrong = useFieldProblem(save.error, "/body");
  const isMissing = isTried && reason.trim() === "";
  const send = (): void => {
    setTried(true);
    if (reason.trim() !== "") save.mutate();
  };
  return (
    <form className="no-print" onSubmit={sending(send)} noValidate aria-label={texts.title}>
      <Heading level="2" size="xsmall">
        {texts.title}
      </Heading>
      <div className="booking-fields">
        <TextField
          size="small"
          label={texts.reason}
          value={reason}
          error={isMissing ? texts.reasonMissing : wrong("reason")}
          autoComplete="off"
          onChange={(event) => setReason(event.target.value)}
        />
        <LetterField
          label={texts.tell}
          value={letter}
          help={texts.tellHelp}
          error={wrong("letter")}
          onChoose={setLetter}
        />
      </div>
      {save.error && !wrong("reason") && (
        <ProblemMessage error={save.error} again={() => void queries.invalidateQueries()} />
      )}
      <FormActions save={texts.save} busy={save.isPending} onClose={onClose} />
    </form>
  );
}
