import { Checkbox, CheckboxGroup, Select, Textarea, TextField } from "@navikt/ds-react";
import type { ReactElement } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { DayField } from "../../platform/ui/day-field.tsx";
import { useFieldProblem } from "../../platform/ui/use-field-problem.ts";
import { useBoth, useTexts } from "../../platform/ui/use-language.tsx";
import { readTime } from "../clock.ts";
import type { CitizenAppointments } from "../contract.ts";
import { type BookingValues, type LetterChoice, usualBooking } from "./booking-values.ts";
import { contactTexts } from "./contact-texts.ts";
import { useInterpreterText } from "./use-interpreter-text.ts";

const PARTIES = ["tolk", "a_kasse", "arbejdsgiver", "mentor", "paaroerende"] as const;

type Props = {
  readonly data: CitizenAppointments;
  readonly values: BookingValues;
  readonly onChange: (values: BookingValues) => void;
  /** What the server said of an earlier try, and where in the body the booking stands. */
  readonly error: unknown;
  readonly place: "/body" | "/body/next";
  /** Did somebody try to save? Only then are gaps complained of. */
  readonly tried: boolean;
};

/** The fields of a booking. Choosing a kind fills in what is usual for it. */
export function BookingFields({ data, values, onChange, error, place, tried }: Props): ReactElement {
  const { form: texts, interpreter } = useTexts(contactTexts);
  const both = useBoth();
  const interpreterText = useInterpreterText();
  const wrong = useFieldProblem(error, place);
  const kind = data.kinds.find(({ code }) => code === values.kind);
  const set = (change: Partial<BookingValues>): void => onChange({ ...values, ...change });
  const chooseKind = (code: string): void => {
    const { form, minutes, isDuty } = usualBooking(data, code);
    set({ kind: code, form, minutes, isDuty });
  };
  const fields = { values, set, wrong };
  return (
    <div className="booking-fields">
      <Choice
        label={texts.kind}
        value={values.kind}
        error={wrong("kind")}
        options={data.kinds.map(({ code, label }) => ({ code, name: both(label) }))}
        onChoose={chooseKind}
      />
      <Choice
        label={texts.form}
        value={values.form}
        error={wrong("form")}
        description={
          kind && !kind.forms.includes(values.form) ? fill(texts.unusual, { source: kind.source }) : undefined
        }
        options={data.forms.map(({ code, label }) => ({ code, name: both(label) }))}
        onChoose={(form) => set({ form })}
      />
      <TimeFields {...fields} tried={tried} />
      <Choice
        label={texts.staff}
        value={values.staff}
        error={wrong("staff")}
        options={[
          { code: "", name: texts.choose },
          ...data.staff.map(({ id, name }) => ({ code: id, name: name ?? id })),
        ]}
        onChoose={(staff) => set({ staff })}
      />
      {data.interpreter && (
        <p className="booking-wide">{fill(interpreter.booking, { need: interpreterText(data.interpreter) })}</p>
      )}
      <AboutFields {...fields} />
    </div>
  );
}

type Fields = {
  readonly values: BookingValues;
  readonly set: (change: Partial<BookingValues>) => void;
  readonly wrong: (field: string) => string | undefined;
};

/** When, and for how long. */
function TimeFields({ values, set, wrong, tried }: Fields & { readonly tried: boolean }): ReactElement {
  const { form: texts } = useTexts(contactTexts);
  return (
    <>
      <div>
        <DayField
          label={texts.day}
          value={values.day}
          onChange={(day) => set({ day })}
          wrong={texts.dayWrong}
          required
          missing={tried && values.day === "" ? texts.dayMissing : undefined}
        />
        {wrong("day") && <p className="booking-wrong">{wrong("day")}</p>}
      </div>
      <TextField
        size="small"
        label={texts.starts}
        description={texts.startsHelp}
        value={values.starts}
        error={tried && readTime(values.starts) === null ? texts.startsWrong : wrong("starts")}
        autoComplete="off"
        onChange={(event) => set({ starts: event.target.value })}
      />
      <TextField
        size="small"
        label={texts.minutes}
        inputMode="numeric"
        value={values.minutes}
        error={wrong("minutes")}
        autoComplete="off"
        onChange={(event) => set({ minutes: event.target.value })}
      />
    </>
  );
}

/** Whether coming is a duty, who else takes part, and what it is for. */
function AboutFields({ values, set, wrong }: Fields): ReactElement {
  const { form: texts, letters } = useTexts(contactTexts);
  return (
    <>
      <LetterField
        value={values.letter}
        help={letters.choiceHelp}
        error={wrong("letter")}
        onChoose={(letter) => set({ letter })}
      />
      <Checkbox size="small" checked={values.isDuty} onChange={(event) => set({ isDuty: event.target.checked })}>
        {texts.duty}
      </Checkbox>
      <CheckboxGroup
        size="small"
        className="booking-wide"
        legend={texts.parties}
        value={[...values.parties]}
        onChange={(parties: string[]) => set({ parties })}
      >
        {PARTIES.map((party) => (
          <Checkbox key={party} value={party}>
            {texts.party[party]}
          </Checkbox>
        ))}
      </CheckboxGroup>
      <Textarea
        size="small"
        className="booking-wide"
        label={texts.purpose}
        value={values.purpose}
        minRows={2}
        onChange={(event) => set({ purpose: event.target.value })}
      />
    </>
  );
}

type LetterProps = {
  /** What the choice is about; a letter to one citizen when nothing is said. */
  readonly label?: string;
  readonly value: LetterChoice;
  readonly help: string;
  readonly error: string | undefined;
  readonly onChoose: (choice: LetterChoice) => void;
};

/** Whether the citizen is written to, and in which language. */
export function LetterField({ label, value, help, error, onChoose }: LetterProps): ReactElement {
  const { letters: texts } = useTexts(contactTexts);
  return (
    <Choice
      label={label ?? texts.choice}
      description={help}
      value={value}
      error={error}
      options={LETTER_CHOICES.map((code) => ({ code, name: texts.choices[code] }))}
      onChoose={(code) => onChoose(code as LetterChoice)}
    />
  );
}

const LETTER_CHOICES = ["da", "en", "none"] as const;

type ChoiceProps = {
  readonly label: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly description?: string | undefined;
  readonly options: readonly { readonly code: string; readonly name: string }[];
  readonly onChoose: (code: string) => void;
};

/** A list to choose one of. */
export function Choice({ label, value, error, description, options, onChoose }: ChoiceProps): ReactElement {
  return (
    <Select
      size="small"
      label={label}
      value={value}
      error={error}
      description={description}
      onChange={(event) => onChoose(event.target.value)}
    >
      {options.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </Select>
  );
}
