import { Select, Textarea } from "@navikt/ds-react";
import type { ReactElement } from "react";
import { DayField } from "../../platform/ui/day-field.tsx";
import { useTexts } from "../../platform/ui/use-language.tsx";
import { planTexts } from "./plan-texts.ts";

type Common = {
  readonly label: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
};

/** Some lines of text. */
export function Words(props: Common & { readonly help?: string | undefined; readonly rows?: number }): ReactElement {
  const { label, value, error, onChange, help, rows = 2 } = props;
  return (
    <Textarea
      size="small"
      className="plan-wide"
      label={label}
      description={help}
      value={value}
      error={error}
      minRows={rows}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

/** A day, or none. */
export function DayOrNone({ label, value, error, onChange }: Common): ReactElement {
  const { form: texts } = useTexts(planTexts);
  return <DayField label={label} value={value} onChange={onChange} wrong={texts.dayWrong} missing={error} />;
}

type Choices = Common & {
  readonly options: readonly { readonly code: string; readonly name: string }[];
  /** What stands for no choice; without it there is always one. */
  readonly none?: string;
};

/** One of some codes. */
export function Choice({ label, value, error, onChange, options, none }: Choices): ReactElement {
  return (
    <Select size="small" label={label} value={value} error={error} onChange={(event) => onChange(event.target.value)}>
      {none !== undefined && <option value="">{none}</option>}
      {options.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </Select>
  );
}

/** Codes with what they are called, from a part of the texts. */
export function namedCodes<Code extends string>(
  codes: readonly Code[],
  names: Readonly<Record<Code, string>>,
): readonly { readonly code: Code; readonly name: string }[] {
  return codes.map((code) => ({ code, name: names[code] }));
}
