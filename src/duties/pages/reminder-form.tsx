import { Button, Checkbox, Select, TextField } from "@navikt/ds-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactElement, useState } from "react";
import { patch, post } from "../../platform/ui/api.ts";
import { DayField } from "../../platform/ui/day-field.tsx";
import { MergeChoice } from "../../platform/ui/merge-choice.tsx";
import { conflictOf } from "../../platform/ui/merge-fields.ts";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { useDraft } from "../../platform/ui/use-draft.ts";
import { useTexts } from "../../platform/ui/use-language.tsx";
import type { Reminder } from "../follow.ts";
import { dutyTexts } from "./duty-texts.ts";

type Props = {
  readonly citizen: string;
  /** The reminder that is changed; a new one is written without. */
  readonly changed: Reminder | null;
  readonly onClose: () => void;
};
export type ReminderChoice = Pick<Reminder, "day" | "mark" | "isShared">;

/** A note that is nobody's but one's own, without a day. */
export const NEW_REMINDER: ReminderChoice = { day: null, mark: "none", isShared: false };
const MARKS = ["none", "yellow", "green", "blue", "red"] as const;

/** Writes or changes a reminder. What is typed is kept in this browser until it is saved. */
export function ReminderForm({ citizen, changed, onClose }: Props): ReactElement {
  const { reminder: texts } = useTexts(dutyTexts);
  const queries = useQueryClient();
  const draft = useDraft(`springbraet.draft.reminder.${changed?.id ?? citizen}`);
  const [values, setValues] = useState<ReminderChoice>(changed ?? NEW_REMINDER);
  const [isTried, setTried] = useState(false);
  const text = draft.text === "" && changed && !isTried ? changed.text : draft.text;
  const save = useMutation({
    mutationFn: (asked: { readonly text: string; readonly over: number | null }) => {
      const { day, mark, isShared } = values;
      const body = { text: asked.text.trim(), day, mark, isShared };
      return changed
        ? patch<Reminder>(`/reminders/${changed.id}`, { ...body, isDone: changed.isDone, version: asked.over })
        : post<Reminder>(`/citizens/${encodeURIComponent(citizen)}/reminders`, body);
    },
    onSuccess: async () => {
      draft.write("");
      onClose();
      await queries.invalidateQueries({ queryKey: ["duties"] });
    },
  });
  const send = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (text.trim() !== "") save.mutate({ text, over: changed?.version ?? null });
  };
  const conflict = conflictOf(save.error);
  return (
    <form className="reminder-form" onSubmit={send} noValidate aria-label={texts.form}>
      <TextField
        size="small"
        className="reminder-text"
        label={texts.text}
        value={text}
        maxLength={300}
        autoComplete="off"
        error={isTried && text.trim() === "" ? texts.missing : undefined}
        onChange={(event) => {
          setTried(true);
          draft.write(event.target.value);
        }}
      />
      <ReminderChoices values={values} onChange={setValues} />
      {conflict && (
        <MergeChoice
          mine={{ text }}
          theirs={conflict.theirs}
          labels={{ text: texts.text }}
          busy={save.isPending}
          onSave={(chosen, over) => save.mutate({ text: chosen.text ?? text, over: Number(over) })}
          onDrop={() => {
            draft.write("");
            onClose();
            void queries.invalidateQueries({ queryKey: ["duties"] });
          }}
        />
      )}
      {save.error && !conflict && <ProblemMessage error={save.error} />}
      <div className="reminder-tools">
        <Button size="small" type="submit" loading={save.isPending}>
          {texts.save}
        </Button>
        <Button size="small" type="button" variant="tertiary" onClick={onClose}>
          {texts.close}
        </Button>
      </div>
    </form>
  );
}

/** When, in which colour, and for whom. */
export function ReminderChoices({
  values,
  onChange,
}: {
  readonly values: ReminderChoice;
  readonly onChange: (values: ReminderChoice) => void;
}): ReactElement {
  const { reminder: texts } = useTexts(dutyTexts);
  const set = (change: Partial<ReminderChoice>): void => onChange({ ...values, ...change });
  return (
    <>
      <DayField
        label={texts.day}
        value={values.day ?? ""}
        wrong={texts.dayWrong}
        onChange={(iso) => set({ day: iso === "" ? null : iso })}
      />
      <Select
        size="small"
        label={texts.mark}
        value={values.mark}
        onChange={(event) => set({ mark: MARKS.find((one) => one === event.target.value) ?? "none" })}
      >
        {MARKS.map((mark) => (
          <option key={mark} value={mark}>
            {texts.marks[mark]}
          </option>
        ))}
      </Select>
      <Checkbox size="small" checked={values.isShared} onChange={(event) => set({ isShared: event.target.checked })}>
        {texts.share}
      </Checkbox>
    </>
  );
}
