import { Button, Textarea } from "@navikt/ds-react";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, type ReactElement, useState } from "react";
import { patch } from "../../platform/ui/api.ts";
import { MergeChoice } from "../../platform/ui/merge-choice.tsx";
import { conflictOf } from "../../platform/ui/merge-fields.ts";
import { useProblemText } from "../../platform/ui/problem-message.tsx";
import { useDraft } from "../../platform/ui/use-draft.ts";
import { useTexts } from "../../platform/ui/use-language.tsx";
import type { GoalNote } from "../contract.ts";
import { planTexts } from "./plan-texts.ts";

type Props = {
  readonly path: string;
  readonly note: GoalNote;
  /** The note is as it is to be: saved, or left. */
  readonly onDone: () => void;
};

type Edit = { readonly text: string; readonly version: string };

/** Mends a comment of one's own. When it was changed meanwhile, both texts are shown to choose between. */
export function NoteEdit({ path, note, onDone }: Props): ReactElement {
  const { notes: texts } = useTexts(planTexts).goal;
  const draft = useDraft(`springbraet.edit.${note.id}`);
  const [text, setText] = useState(draft.text === "" ? note.text : draft.text);
  const [version] = useState(note.version);
  const done = (): void => {
    draft.write("");
    onDone();
  };
  const save = useMutation({
    mutationFn: (edit: Edit) => patch<GoalNote>(`${path}/${note.id}`, edit),
    onSuccess: done,
  });
  const conflict = conflictOf(save.error);
  const refusal = useProblemText(save.error);
  const isEmpty = text.trim() === "";
  const write = (next: string): void => {
    setText(next);
    draft.write(next);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!isEmpty) save.mutate({ text: text.trim(), version });
  };
  if (conflict)
    return (
      <MergeChoice
        mine={{ text: text.trim() }}
        theirs={conflict.theirs}
        labels={{ text: texts.comment }}
        onSave={(values, newer) => save.mutate({ text: values.text ?? text, version: newer })}
        onDrop={done}
        busy={save.isPending}
      />
    );
  return (
    <form className="note-form no-print" onSubmit={submit}>
      <Textarea
        size="small"
        minRows={2}
        label={texts.edit}
        value={text}
        onChange={(event) => write(event.target.value)}
        error={isEmpty ? texts.empty : save.error && refusal}
      />
      <div className="note-actions">
        <Button size="small" type="submit" loading={save.isPending}>
          {texts.save}
        </Button>
        <Button size="small" type="button" variant="tertiary" onClick={done}>
          {texts.leave}
        </Button>
      </div>
    </form>
  );
}
