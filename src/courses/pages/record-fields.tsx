import { Select, Textarea, TextField } from "@navikt/ds-react";
import type { ReactElement } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { DayField } from "../../platform/ui/day-field.tsx";
import { useFieldProblem } from "../../platform/ui/use-field-problem.ts";
import { useBoth, useTexts } from "../../platform/ui/use-language.tsx";
import type { FieldAnswer, FormAnswer } from "../contract.ts";
import { courseTexts } from "./course-texts.ts";
import { askedFor, type RecordValues } from "./record-values.ts";

const MOST = 500;

type Props = {
  readonly form: FormAnswer;
  readonly values: RecordValues;
  readonly onChange: (values: RecordValues) => void;
  /** What the server said of an earlier try. */
  readonly error: unknown;
};

/** The fields of a record: its days, and a field for each column that is asked for. */
export function RecordFields({ form, values, onChange, error }: Props): ReactElement {
  const { form: texts } = useTexts(courseTexts);
  const wrongDay = useFieldProblem(error, "/body");
  const wrong = useFieldProblem(error, "/body/values");
  const { from, to, fields } = values;
  const set = (name: string, text: string): void => onChange({ ...values, fields: { ...fields, [name]: text } });
  return (
    <div className="course-fields">
      <Day
        label={form.lasts ? texts.from : texts.day}
        value={from}
        onChange={(day) => onChange({ ...values, from: day })}
        problem={wrongDay("from")}
      />
      {form.lasts && (
        <Day
          label={texts.to}
          value={to}
          onChange={(day) => onChange({ ...values, to: day })}
          problem={wrongDay("to")}
        />
      )}
      {askedFor(form, values).map((field) => (
        <Field
          key={field.name}
          field={field}
          value={fields[field.name] ?? ""}
          onChange={(text) => set(field.name, text)}
          problem={wrong(field.name)}
        />
      ))}
    </div>
  );
}

type FieldProps = {
  readonly field: FieldAnswer;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly problem: string | undefined;
};

function Field({ field, value, onChange, problem }: FieldProps): ReactElement {
  const { form: texts } = useTexts(courseTexts);
  const both = useBoth();
  const { type, required, label, meaning } = field;
  const name = required ? both(label) : fill(texts.optional, { label: both(label) });
  if (type === "day") return <Day label={name} value={value} onChange={onChange} problem={problem} />;
  if (type === "code" || type === "bool") return <Choice {...{ field, value, onChange, problem }} name={name} />;
  const shared = { size: "small", label: name, value, error: problem, autoComplete: "off" } as const;
  if (type === "text")
    return (
      <Textarea
        {...shared}
        className="course-wide"
        minRows={2}
        maxLength={MOST}
        onChange={(event) => onChange(event.target.value)}
      />
    );
  return (
    <TextField
      {...shared}
      description={both(meaning)}
      inputMode="decimal"
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

function Choice({ field, name, value, onChange, problem }: FieldProps & { readonly name: string }): ReactElement {
  const { form: texts } = useTexts(courseTexts);
  const both = useBoth();
  const yesNo = [
    { code: "true", name: texts.yes },
    { code: "false", name: texts.no },
  ];
  const options = field.type === "bool" ? yesNo : field.choices.map(({ code, label }) => ({ code, name: both(label) }));
  return (
    <Select
      size="small"
      label={name}
      {...(field.type === "bool" ? { description: both(field.meaning) } : {})}
      value={value}
      error={problem}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{field.required ? texts.choose : texts.none}</option>
      {options.map(({ code, name: told }) => (
        <option key={code} value={code}>
          {told}
        </option>
      ))}
    </Select>
  );
}

type DayProps = Omit<FieldProps, "field"> & { readonly label: string };

function Day({ label, value, onChange, problem }: DayProps): ReactElement {
  const { form: texts } = useTexts(courseTexts);
  return (
    <div>
      <DayField label={label} value={value} onChange={onChange} wrong={texts.dayWrong} />
      {problem && <p className="course-wrong">{problem}</p>}
    </div>
  );
}
