import { Button, Select, Textarea } from "@navikt/ds-react";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, type ReactElement, useState } from "react";
import { post } from "../../platform/ui/api.ts";
import { DayField } from "../../platform/ui/day-field.tsx";
import { MergeChoice } from "../../platform/ui/merge-choice.tsx";
import { conflictOf } from "../../platform/ui/merge-fields.ts";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { isOfFields, useFieldProblem } from "../../platform/ui/use-field-problem.ts";
import { useTexts } from "../../platform/ui/use-language.tsx";
import type { CitizenScreening, ShownScreening } from "../contract.ts";
import { screeningTexts } from "./screening-texts.ts";

type Props = {
  readonly citizen: string;
  readonly screening: ShownScreening;
  readonly onDone: (next: CitizenScreening) => void;
  readonly onClose: () => void;
};
type Values = { readonly conclusion: string; readonly reason: string; readonly effortFrom: string };

/** The caseworker's conclusion: at risk or not, why when it goes against the rule, and when the early effort began. */
export function ConclusionForm({ citizen, screening, onDone, onClose }: Props): ReactElement {
  const { conclude: texts, archetype } = useTexts(screeningTexts);
  const { conclusion: now } = screening;
  const [values, setValues] = useState<Values>({
    conclusion: now?.conclusion ?? "",
    reason: now?.reason ?? "",
    effortFrom: now?.effortFrom ?? "",
  });
  const [isTried, setTried] = useState(false);
  const save = useMutation({
    mutationFn: ({ asked, over }: { readonly asked: Values; readonly over: string | null }) =>
      post<CitizenScreening>(
        `/citizens/${encodeURIComponent(citizen)}/screening/${encodeURIComponent(screening.id)}/conclusion`,
        { ...asked, reason: asked.reason.trim(), effortFrom: asked.effortFrom || null, version: over },
      ),
    onSuccess: onDone,
  });
  const send = (asked: Values, over: string | null): void => {
    setTried(true);
    if (asked.conclusion !== "") save.mutate({ asked, over });
  };
  const conflict = conflictOf(save.error);
  return (
    <form
      className="screening-form no-print"
      noValidate
      aria-label={texts.title}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        send(values, now?.version ?? null);
      }}
    >
      <Fields values={values} onChange={setValues} isTried={isTried} error={save.error} />
      {conflict && (
        <MergeChoice
          mine={values}
          theirs={conflict.theirs}
          labels={{ conclusion: texts.label, reason: texts.reason, effortFrom: texts.effort }}
          busy={save.isPending}
          onSave={(chosen, over) => send({ ...values, ...chosen }, over)}
          onDrop={onClose}
        />
      )}
      {save.error && !conflict && !isOfFields(save.error) && <ProblemMessage error={save.error} />}
      <div className="screening-tools">
        <Button size="small" type="submit" loading={save.isPending}>
          {texts.save}
        </Button>
        {now && (
          <Button size="small" type="button" variant="tertiary" onClick={onClose}>
            {archetype.close}
          </Button>
        )}
      </div>
    </form>
  );
}

type FieldsProps = {
  readonly values: Values;
  readonly onChange: (values: Values) => void;
  readonly isTried: boolean;
  readonly error: unknown;
};

function Fields({ values, onChange, isTried, error }: FieldsProps): ReactElement {
  const { conclude: texts, concluded } = useTexts(screeningTexts);
  const wrong = useFieldProblem(error, "/body");
  const set = (change: Partial<Values>): void => onChange({ ...values, ...change });
  const effortWrong = wrong("effortFrom");
  return (
    <>
      <Select
        size="small"
        label={texts.label}
        value={values.conclusion}
        error={isTried && values.conclusion === "" ? texts.choose : wrong("conclusion")}
        onChange={({ target: { value } }) =>
          set({ conclusion: value, ...(value === "i_risiko" ? {} : { effortFrom: "" }) })
        }
      >
        <option value="">{texts.choose}</option>
        <option value="i_risiko">{concluded.i_risiko}</option>
        <option value="ikke_i_risiko">{concluded.ikke_i_risiko}</option>
      </Select>
      <Textarea
        size="small"
        label={texts.reason}
        description={texts.reasonHelp}
        value={values.reason}
        maxLength={1000}
        minRows={2}
        error={wrong("reason")}
        onChange={(event) => set({ reason: event.target.value })}
      />
      {values.conclusion === "i_risiko" && (
        <div>
          <DayField
            label={texts.effort}
            description={texts.effortHelp}
            value={values.effortFrom}
            onChange={(effortFrom) => set({ effortFrom })}
            wrong={texts.dayWrong}
          />
          {effortWrong && <p className="screening-wrong">{effortWrong}</p>}
        </div>
      )}
    </>
  );
}
