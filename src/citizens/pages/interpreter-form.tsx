import { Button, Select } from "@navikt/ds-react";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, type ReactElement, useState } from "react";
import { patch, post } from "../../platform/ui/api.ts";
import { DayField } from "../../platform/ui/day-field.tsx";
import { MergeChoice } from "../../platform/ui/merge-choice.tsx";
import { conflictOf } from "../../platform/ui/merge-fields.ts";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { isOfFields, useFieldProblem } from "../../platform/ui/use-field-problem.ts";
import { useBoth, useTexts } from "../../platform/ui/use-language.tsx";
import type { InterpreterNeed, InterpreterNeeds } from "../interpreter-contract.ts";
import { citizenTexts } from "./citizen-texts.ts";

type Props = {
  readonly citizen: string;
  readonly data: InterpreterNeeds;
  /** The need that is changed; a new one is noted without. */
  readonly changed: InterpreterNeed | null;
  readonly onDone: (needs: InterpreterNeeds) => void;
  readonly onClose: () => void;
};
type Values = Readonly<Record<"language" | "way" | "sex" | "from" | "to", string>>;

/** Notes that a citizen needs an interpreter, or changes what is noted. */
export function InterpreterForm({ citizen, data, changed, onDone, onClose }: Props): ReactElement {
  const { interpreter: texts } = useTexts(citizenTexts);
  const [values, setValues] = useState<Values>(valuesOf(changed, data.on));
  const [isTried, setTried] = useState(false);
  const save = useMutation({
    mutationFn: ({ asked, over }: { readonly asked: Values; readonly over: string | null }) => {
      const { language, way, sex, from, to } = asked;
      const body = { language, way, sex: sex || null, from, to: to || null };
      return changed
        ? patch<InterpreterNeeds>(`/interpreter/${encodeURIComponent(changed.id)}`, { ...body, version: over })
        : post<InterpreterNeeds>(`/citizens/${encodeURIComponent(citizen)}/interpreter`, body);
    },
    onSuccess: onDone,
  });
  const send = (asked: Values, over: string | null): void => {
    setTried(true);
    if (asked.language !== "" && asked.from !== "") save.mutate({ asked, over });
  };
  const conflict = conflictOf(save.error);
  return (
    <form
      className="case-form"
      noValidate
      aria-label={texts.note}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        send(values, changed?.version ?? null);
      }}
    >
      <Fields data={data} values={values} onChange={setValues} isTried={isTried} error={save.error} />
      {conflict && (
        <MergeChoice
          mine={values}
          theirs={conflict.theirs}
          labels={texts}
          busy={save.isPending}
          onSave={(chosen, over) => send({ ...values, ...chosen }, over)}
          onDrop={onClose}
        />
      )}
      {save.error && !conflict && !isOfFields(save.error) && <ProblemMessage error={save.error} />}
      <div className="case-tools">
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

function valuesOf(changed: InterpreterNeed | null, on: string): Values {
  if (changed === null) return { language: "", way: "fremmoede", sex: "", from: on, to: "" };
  const { language, way, sex, from, to } = changed;
  return { language, way, sex: sex ?? "", from, to: to ?? "" };
}

type FieldsProps = {
  readonly data: InterpreterNeeds;
  readonly values: Values;
  readonly onChange: (values: Values) => void;
  readonly isTried: boolean;
  readonly error: unknown;
};

function Fields({ data, values, onChange, isTried, error }: FieldsProps): ReactElement {
  const { interpreter: texts } = useTexts(citizenTexts);
  const both = useBoth();
  const wrong = useFieldProblem(error, "/body");
  const set = (change: Partial<Values>): void => onChange({ ...values, ...change });
  const empty: Readonly<Record<string, string>> = { language: texts.choose, sex: texts.anySex };
  const lacks = isTried && values.language === "" ? texts.choose : undefined;
  return (
    <>
      {(["language", "way", "sex"] as const).map((field) => (
        <Select
          key={field}
          size="small"
          label={texts[field]}
          value={values[field]}
          error={(field === "language" ? lacks : undefined) ?? wrong(field)}
          onChange={(event) => set({ [field]: event.target.value })}
        >
          {empty[field] && <option value="">{empty[field]}</option>}
          {data.choices[field].map(({ code, label }) => (
            <option key={code} value={code}>
              {both(label)}
            </option>
          ))}
        </Select>
      ))}
      {(["from", "to"] as const).map((field) => (
        <div key={field}>
          <DayField
            label={texts[field]}
            value={values[field]}
            onChange={(iso) => set({ [field]: iso })}
            wrong={texts.dayWrong}
          />
          {wrong(field) && <p className="case-wrong">{wrong(field)}</p>}
        </div>
      ))}
    </>
  );
}
