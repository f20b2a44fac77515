import { Button, Heading } from "@navikt/ds-react";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, type ReactElement, useState } from "react";
import { patch, post } from "../../platform/ui/api.ts";
import { MergeChoice } from "../../platform/ui/merge-choice.tsx";
import { conflictOf } from "../../platform/ui/merge-fields.ts";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { useDraft } from "../../platform/ui/use-draft.ts";
import { isOfFields } from "../../platform/ui/use-field-problem.ts";
import { useBoth, useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { CitizenCourses, FormAnswer, RecordAnswer } from "../contract.ts";
import { courseTexts } from "./course-texts.ts";
import { RecordFields } from "./record-fields.tsx";
import { emptyValues, type RecordValues, readDraft, toSend, valuesOf } from "./record-values.ts";

type Props = {
  readonly citizen: string;
  readonly on: string;
  readonly form: FormAnswer;
  /** The record that is changed; a new one is noted without. */
  readonly changed: RecordAnswer | null;
  readonly onDone: (courses: CitizenCourses) => void;
  readonly onClose: () => void;
};

/** Notes something of a course, or changes what is noted. What is typed is kept in the browser until it is saved or put away. */
export function RecordForm({ citizen, on, form, changed, onDone, onClose }: Props): ReactElement {
  const { form: texts } = useTexts(courseTexts);
  const { language } = useLanguage();
  const both = useBoth();
  const draft = useDraft(`forloeb ${citizen} ${form.fact} ${changed?.id ?? ""}`);
  const fresh = changed ? valuesOf(form, changed, language === "da" ? "," : ".") : emptyValues(form, on);
  const [values, setValues] = useState<RecordValues>(readDraft(draft.text) ?? fresh);
  const change = (next: RecordValues): void => {
    setValues(next);
    draft.write(JSON.stringify(next));
  };
  const save = useMutation({
    mutationFn: ({ asked, over }: { readonly asked: RecordValues; readonly over: string | null }) => {
      const body = toSend(form, asked);
      return changed
        ? patch<CitizenCourses>(`/records/${form.fact}/${encodeURIComponent(changed.id)}`, { ...body, version: over })
        : post<CitizenCourses>(`/citizens/${encodeURIComponent(citizen)}/records/${form.fact}`, body);
    },
    onSuccess: (courses) => {
      draft.write("");
      onDone(courses);
    },
  });
  const close = (): void => {
    draft.write("");
    onClose();
  };
  const conflict = conflictOf(save.error);
  return (
    <form
      className="course-form no-print"
      noValidate
      aria-label={both(form.title)}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        save.mutate({ asked: values, over: changed?.version ?? null });
      }}
    >
      <Heading level="3" size="xsmall">
        {both(form.title)}
      </Heading>
      <p className="quiet">{both(form.meaning)}</p>
      <RecordFields form={form} values={values} onChange={change} error={save.error} />
      {conflict && (
        <MergeChoice
          mine={{ from: values.from, to: values.to, ...values.fields }}
          theirs={conflict.theirs}
          labels={{
            from: form.lasts ? texts.from : texts.day,
            to: texts.to,
            ...Object.fromEntries(form.fields.map(({ name, label }) => [name, both(label)])),
          }}
          busy={save.isPending}
          onSave={({ from = "", to = "", ...fields }, over) => save.mutate({ asked: { from, to, fields }, over })}
          onDrop={close}
        />
      )}
      {save.error && !conflict && !isOfFields(save.error) && <ProblemMessage error={save.error} />}
      <div className="course-tools">
        <Button size="small" type="submit" loading={save.isPending}>
          {texts.save}
        </Button>
        <Button size="small" type="button" variant="tertiary" onClick={close}>
          {texts.close}
        </Button>
      </div>
    </form>
  );
}
