import { Button, Heading, Radio, RadioGroup, Textarea } from "@navikt/ds-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactElement, useState } from "react";
import { post, remove } from "../../platform/ui/api.ts";
import { ProblemMessage, useProblemText } from "../../platform/ui/problem-message.tsx";
import { SkeletonLines } from "../../platform/ui/skeleton-lines.tsx";
import { useDraft } from "../../platform/ui/use-draft.ts";
import { useTexts } from "../../platform/ui/use-language.tsx";
import type { GoalNote } from "../contract.ts";
import { NoteList } from "./note-list.tsx";
import { planTexts } from "./plan-texts.ts";
import { type GoalAddress, type Notes, notesQuery } from "./queries.ts";

/** Decisions and comments on a goal: read, write, take back (PLAN-19). */
export function GoalNotes({ plan, goal }: GoalAddress): ReactElement {
  const { notes: texts } = useTexts(planTexts).goal;
  const queries = useQueryClient();
  const asked = notesQuery({ plan, goal });
  const { data, error, refetch } = useQuery(asked);
  const again = (): Promise<void> => queries.invalidateQueries({ queryKey: asked.queryKey });
  const withdraw = useMutation({
    mutationFn: (note: string) => remove<GoalNote>(`/plans/${plan}/goals/${goal}/notes/${note}`),
    onSuccess: again,
  });
  return (
    <section className="side-part notes">
      <Heading level="2" size="xsmall">
        {texts.title}
      </Heading>
      {error && <ProblemMessage error={error} again={() => void refetch()} />}
      {!data && !error && <SkeletonLines lines={3} />}
      {data && (
        <NoteList
          notes={data.notes}
          path={`/plans/${plan}/goals/${goal}/notes`}
          onEdited={() => void again()}
          onWithdraw={withdraw.mutate}
          busy={withdraw.isPending}
        />
      )}
      {withdraw.error && <ProblemMessage error={withdraw.error} />}
      {data && <NoteForm plan={plan} goal={goal} mayWrite={data.mayWrite} onSaved={again} onUndo={withdraw.mutate} />}
    </section>
  );
}

type FormProps = GoalAddress & {
  readonly mayWrite: Notes["mayWrite"];
  readonly onSaved: () => Promise<void>;
  readonly onUndo: (note: string) => void;
};

function NoteForm({ plan, goal, mayWrite, onSaved, onUndo }: FormProps): ReactElement {
  const { notes: texts } = useTexts(planTexts).goal;
  const draft = useDraft(`springbraet.draft.${plan}.${goal}`);
  const [kind, setKind] = useState<GoalNote["kind"]>("comment");
  const [isEmpty, setEmpty] = useState(false);
  const save = useMutation({
    mutationFn: () => post<GoalNote>(`/plans/${plan}/goals/${goal}/notes`, { kind, text: draft.text.trim() }),
    onSuccess: async () => {
      draft.write("");
      await onSaved();
    },
  });
  const refusal = useProblemText(save.error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setEmpty(draft.text.trim() === "");
    if (draft.text.trim() !== "") save.mutate();
  };
  if (!(mayWrite.comment || mayWrite.decision)) return <p className="quiet">{texts.readOnly}</p>;
  return (
    <form className="note-form no-print" onSubmit={submit}>
      {mayWrite.decision && <KindChoice kind={kind} onChange={setKind} />}
      <Textarea
        id="note-text"
        size="small"
        minRows={2}
        label={texts.write}
        description={mayWrite.decision ? texts.placeholder : texts.onlyComment}
        value={draft.text}
        onChange={(event) => draft.write(event.target.value)}
        error={noteError({
          isEmpty: isEmpty && draft.text.trim() === "",
          refusal: save.error ? refusal : null,
          empty: texts.empty,
        })}
      />
      <div className="note-actions">
        <Button size="small" type="submit" loading={save.isPending}>
          {texts.save}
        </Button>
        <SaveState draft={draft.text} saved={save.data} onUndo={() => undo(save, onUndo)} />
      </div>
    </form>
  );
}

function undo(
  save: { readonly data: GoalNote | undefined; readonly reset: () => void },
  onUndo: (note: string) => void,
): void {
  if (save.data) onUndo(save.data.id);
  save.reset();
}

type Errors = { readonly isEmpty: boolean; readonly refusal: string | null; readonly empty: string };

function noteError({ isEmpty, refusal, empty }: Errors): string | undefined {
  if (isEmpty) return empty;
  return refusal ?? undefined;
}

type KindProps = { readonly kind: GoalNote["kind"]; readonly onChange: (kind: GoalNote["kind"]) => void };

function KindChoice({ kind, onChange }: KindProps): ReactElement {
  const { notes: texts } = useTexts(planTexts).goal;
  return (
    <RadioGroup size="small" legend={texts.kind} value={kind} onChange={onChange} className="note-kind">
      <Radio value="comment">{texts.comment}</Radio>
      <Radio value="decision">{texts.decision}</Radio>
    </RadioGroup>
  );
}

type StateProps = { readonly draft: string; readonly saved: GoalNote | undefined; readonly onUndo: () => void };

/** What became of what was typed: a draft that is kept, or a note that is saved and can be undone. */
function SaveState({ draft, saved, onUndo }: StateProps): ReactElement {
  const { notes: texts } = useTexts(planTexts).goal;
  return (
    <span role="status" className="quiet">
      {draft !== "" && texts.draft}
      {draft === "" && saved && (
        <>
          {texts.saved}{" "}
          <Button size="xsmall" type="button" variant="tertiary" onClick={onUndo}>
            {texts.undo}
          </Button>
        </>
      )}
    </span>
  );
}
