import { Button, Select, TextField } from "@navikt/ds-react";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, type ReactElement, useState } from "react";
import { patch, post } from "../../platform/ui/api.ts";
import { DayField } from "../../platform/ui/day-field.tsx";
import { MergeChoice } from "../../platform/ui/merge-choice.tsx";
import { conflictOf } from "../../platform/ui/merge-fields.ts";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { isOfFields, useFieldProblem } from "../../platform/ui/use-field-problem.ts";
import { useBoth, useTexts } from "../../platform/ui/use-language.tsx";
import type { CaseEntries, CaseEntry } from "../case-contract.ts";
import { citizenTexts } from "./citizen-texts.ts";

type Props = {
  readonly citizen: string;
  readonly data: CaseEntries;
  /** The entry that is changed; a new one is noted without. */
  readonly changed: CaseEntry | null;
  readonly onDone: (entries: CaseEntries) => void;
  readonly onClose: () => void;
};
type Values = {
  readonly kind: CaseEntry["kind"];
  readonly code: string;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
};

const KINDS = ["step", "circumstance", "target_group"] as const;

/** Notes something in a case, or changes what is noted. */
export function CaseForm({ citizen, data, changed, onDone, onClose }: Props): ReactElement {
  const { caseWork: texts } = useTexts(citizenTexts);
  const [values, setValues] = useState<Values>(
    changed ? { ...changed, to: changed.to ?? "" } : { kind: "step", code: "", from: data.on, to: "", reason: "" },
  );
  const [isTried, setTried] = useState(false);
  const save = useMutation({
    mutationFn: ({ asked, over }: { readonly asked: Values; readonly over: string | null }) => {
      const { kind, code, from, to, reason } = asked;
      const body = { code, from, to: to === "" || kind === "step" ? null : to, reason: reason.trim() };
      return changed
        ? patch<CaseEntries>(`/case/${kind}/${encodeURIComponent(changed.id)}`, { ...body, version: over })
        : post<CaseEntries>(`/citizens/${encodeURIComponent(citizen)}/case`, { ...body, kind });
    },
    onSuccess: onDone,
  });
  const send = (asked: Values, over: string | null): void => {
    setTried(true);
    if (asked.code !== "" && asked.from !== "") save.mutate({ asked, over });
  };
  const conflict = conflictOf(save.error);
  const { code, from, to, reason } = values;
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
      <Fields
        data={data}
        values={values}
        onChange={setValues}
        isNew={changed === null}
        isTried={isTried}
        error={save.error}
      />
      {conflict && (
        <MergeChoice
          mine={{ code, from, to, reason }}
          theirs={conflict.theirs}
          labels={{ code: texts.what, from: texts.from, to: texts.to, reason: texts.reason }}
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

type FieldsProps = {
  readonly data: CaseEntries;
  readonly values: Values;
  readonly onChange: (values: Values) => void;
  readonly isNew: boolean;
  readonly isTried: boolean;
  readonly error: unknown;
};

function Fields({ data, values, onChange, isNew, isTried, error }: FieldsProps): ReactElement {
  const { caseWork: texts } = useTexts(citizenTexts);
  const both = useBoth();
  const wrong = useFieldProblem(error, "/body");
  const set = (change: Partial<Values>): void => onChange({ ...values, ...change });
  const { kind } = values;
  return (
    <>
      {isNew && (
        <Select
          size="small"
          label={texts.kind}
          value={kind}
          onChange={(event) => set({ kind: KINDS.find((one) => one === event.target.value) ?? "step", code: "" })}
        >
          {KINDS.map((one) => (
            <option key={one} value={one}>
              {texts.kindNames[one]}
            </option>
          ))}
        </Select>
      )}
      <Select
        size="small"
        label={texts.what}
        value={values.code}
        error={isTried && values.code === "" ? texts.choose : wrong("code")}
        onChange={(event) => set({ code: event.target.value })}
      >
        <option value="">{texts.choose}</option>
        {data.choices[kind].map(({ code, label }) => (
          <option key={code} value={code}>
            {both(label)}
          </option>
        ))}
      </Select>
      <CaseDay
        label={kind === "step" ? texts.on : texts.from}
        value={values.from}
        onChange={(from) => set({ from })}
        problem={wrong("from")}
      />
      {kind !== "step" && (
        <CaseDay label={texts.to} value={values.to} onChange={(to) => set({ to })} problem={wrong("to")} />
      )}
      {kind === "circumstance" && (
        <TextField
          size="small"
          label={texts.reason}
          value={values.reason}
          maxLength={500}
          error={wrong("reason")}
          autoComplete="off"
          onChange={(event) => set({ reason: event.target.value })}
        />
      )}
    </>
  );
}

type DayProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (iso: string) => void;
  readonly problem: string | undefined;
};

function CaseDay({ label, value, onChange, problem }: DayProps): ReactElement {
  const { caseWork: texts } = useTexts(citizenTexts);
  return (
    <div>
      <DayField label={label} value={value} onChange={onChange} wrong={texts.dayWrong} />
      {problem && <p className="case-wrong">{problem}</p>}
    </div>
  );
}
