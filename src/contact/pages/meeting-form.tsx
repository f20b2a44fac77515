import { Heading } from "@navikt/ds-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { patch, post } from "../../platform/ui/api.ts";
import { MergeChoice } from "../../platform/ui/merge-choice.tsx";
import { conflictOf } from "../../platform/ui/merge-fields.ts";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { isOfFields, useFieldProblem } from "../../platform/ui/use-field-problem.ts";
import { useTexts } from "../../platform/ui/use-language.tsx";
import type { Meeting, MeetingChanged, Meetings } from "../meeting-contract.ts";
import type { LetterChoice } from "./booking-values.ts";
import { FormActions } from "./form-actions.tsx";
import { MeetingFields } from "./meeting-fields.tsx";
import { meetingTexts } from "./meeting-texts.ts";
import { type MeetingValues, readMeetingValues, usualMeeting, valuesOf } from "./meeting-values.ts";
import { sending } from "./sending.ts";

type Props = {
  readonly choices: Meetings["choices"];
  readonly onClose: () => void;
} & (
  | { readonly changed: null; readonly onDone: (meeting: Meeting) => void }
  | { readonly changed: Meeting; readonly onDone: (changed: MeetingChanged) => void }
);

/** Plans a group meeting, or changes one for all who have a place. What is typed stays until it is saved, whatever the server says. */
export function MeetingForm(props: Props): ReactElement {
  const { choices, changed, onClose } = props;
  const { form: texts, page } = useTexts(meetingTexts);
  const queries = useQueryClient();
  const [values, setValues] = useState(changed ? valuesOf(changed) : usualMeeting(choices));
  const [letter, setLetter] = useState<LetterChoice>("da");
  const [isTried, setTried] = useState(false);
  const save = useMutation({
    mutationFn: async ({ to, over }: { readonly to: MeetingValues; readonly over: number }): Promise<void> => {
      const asked = readMeetingValues(to);
      if (!asked) return;
      if (props.changed === null) props.onDone(await post<Meeting>("/meetings", asked));
      else {
        const body = { ...asked, version: over, letter };
        props.onDone(await patch<MeetingChanged>(`/meetings/${props.changed.id}`, body));
      }
      await queries.invalidateQueries({ queryKey: ["contact"] });
    },
  });
  const wrong = useFieldProblem(save.error, "/body");
  const send = (to: MeetingValues, over: number): void => {
    setValues(to);
    setTried(true);
    if (readMeetingValues(to)) save.mutate({ to, over });
  };
  const conflict = conflictOf(save.error);
  const { kind, subject, place, day, starts, minutes, staff, room } = values;
  const title = changed ? texts.changeTitle : texts.title;
  return (
    <form
      className="no-print"
      onSubmit={sending(() => send(values, changed?.version ?? 0))}
      noValidate
      aria-label={title}
    >
      <Heading level="2" size="xsmall">
        {title}
      </Heading>
      <MeetingFields
        choices={choices}
        values={values}
        onChange={setValues}
        wrong={wrong}
        isTried={isTried}
        letter={changed && changed.taken > 0 ? { value: letter, onChoose: setLetter } : null}
      />
      {wrong("version") && <p className="booking-wrong">{wrong("version")}</p>}
      {conflict && (
        <MergeChoice
          mine={{ kind, subject, place, day, starts, minutes, staff, room }}
          theirs={conflict.theirs}
          labels={{ ...texts, place: page.where }}
          busy={save.isPending}
          onSave={(chosen, over) => send({ ...values, ...chosen }, Number(over))}
          onDrop={() => {
            void queries.invalidateQueries({ queryKey: ["contact"] });
            onClose();
          }}
        />
      )}
      {save.error && !conflict && !isOfFields(save.error) && <ProblemMessage error={save.error} />}
      <FormActions save={changed ? texts.saveChange : texts.save} busy={save.isPending} onClose={onClose} />
    </form>
  );
}
