import { Checkbox, TextField } from "@navikt/ds-react";
import type { ReactElement } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { DayField } from "../../platform/ui/day-field.tsx";
import { useBoth, useTexts } from "../../platform/ui/use-language.tsx";
import type { Meetings } from "../meeting-contract.ts";
import { Choice, LetterField } from "./booking-fields.tsx";
import type { LetterChoice } from "./booking-values.ts";
import { meetingTexts } from "./meeting-texts.ts";
import { type MeetingValues, unreadable, usualMeeting } from "./meeting-values.ts";

type Props = {
  readonly choices: Meetings["choices"];
  readonly values: MeetingValues;
  readonly onChange: (values: MeetingValues) => void;
  /** What the server said of a field. */
  readonly wrong: (field: string) => string | undefined;
  /** Did somebody try to save? Only then are gaps complained of. */
  readonly isTried: boolean;
  /** The language of word to those signed up; null when there are none. */
  readonly letter: { readonly value: LetterChoice; readonly onChoose: (choice: LetterChoice) => void } | null;
};

/** The fields of a group meeting. Choosing a kind fills in what is usual for it. */
export function MeetingFields({ choices, values, onChange, wrong, isTried, letter }: Props): ReactElement {
  const { form: texts } = useTexts(meetingTexts);
  const both = useBoth();
  const set = (change: Partial<MeetingValues>): void => onChange({ ...values, ...change });
  const lacking = isTried ? unreadable(values) : new Set<string>();
  const said = (field: keyof MeetingValues, text: string): string | undefined =>
    lacking.has(field) ? text : wrong(field);
  const kind = choices.kinds.find(({ code }) => code === values.kind);
  const isUnusual = kind && !kind.forms.includes(values.form);
  const chooseKind = (code: string): void => {
    const { form, minutes, room, isDuty } = usualMeeting(choices, code);
    set({ kind: code, form, minutes, room, isDuty });
  };
  const named = (list: readonly { readonly code: string; readonly label: Parameters<typeof both>[0] }[]) =>
    list.map(({ code, label }) => ({ code, name: both(label) }));
  const people = choices.staff.map(({ id, name }) => ({ code: id, name: name ?? id }));
  return (
    <div className="booking-fields">
      <Choice
        label={texts.kind}
        value={values.kind}
        error={wrong("kind")}
        options={named(choices.kinds)}
        onChoose={chooseKind}
      />
      <Text label={texts.subject} field="subject" error={said("subject", texts.subjectMissing)} {...{ values, set }} />
      <Text label={texts.place} field="place" error={wrong("place")} {...{ values, set }} />
      <Choice
        label={texts.form}
        value={values.form}
        error={wrong("form")}
        description={isUnusual ? fill(texts.unusual, { source: kind.source }) : undefined}
        options={named(choices.forms)}
        onChoose={(form) => set({ form })}
      />
      <Choice
        label={texts.language}
        value={values.language}
        error={wrong("language")}
        options={named(choices.languages)}
        onChoose={(language) => set({ language })}
      />
      <TimeFields {...{ values, set, lacking, wrong }} />
      <Text label={texts.minutes} field="minutes" error={said("minutes", texts.minutesWrong)} {...{ values, set }} />
      <Text label={texts.room} field="room" error={said("room", texts.roomWrong)} {...{ values, set }} />
      <Choice
        label={texts.staff}
        value={values.staff}
        error={said("staff", texts.choose)}
        options={[{ code: "", name: texts.choose }, ...people]}
        onChoose={(staff) => set({ staff })}
      />
      {letter && (
        <LetterField
          label={texts.tell}
          value={letter.value}
          help={texts.tellHelp}
          error={wrong("letter")}
          onChoose={letter.onChoose}
        />
      )}
      <Checkbox size="small" checked={values.isDuty} onChange={(event) => set({ isDuty: event.target.checked })}>
        {texts.duty}
      </Checkbox>
    </div>
  );
}

type TimeProps = Pick<Props, "values" | "wrong"> & {
  readonly set: (change: Partial<MeetingValues>) => void;
  readonly lacking: ReadonlySet<string>;
};

/** When it begins. */
function TimeFields({ values, set, lacking, wrong }: TimeProps): ReactElement {
  const { form: texts } = useTexts(meetingTexts);
  return (
    <>
      <div>
        <DayField
          label={texts.day}
          value={values.day}
          onChange={(day) => set({ day })}
          wrong={texts.dayWrong}
          required
          missing={lacking.has("day") ? texts.dayMissing : undefined}
        />
        {wrong("day") && <p className="booking-wrong">{wrong("day")}</p>}
      </div>
      <Text
        label={texts.starts}
        help={texts.startsHelp}
        field="starts"
        error={lacking.has("starts") ? texts.startsWrong : wrong("starts")}
        {...{ values, set }}
      />
    </>
  );
}

type TextProps = {
  readonly label: string;
  readonly help?: string;
  readonly field: "subject" | "place" | "starts" | "minutes" | "room";
  readonly values: MeetingValues;
  readonly error: string | undefined;
  readonly set: (change: Partial<MeetingValues>) => void;
};

function Text({ label, help, field, values, error, set }: TextProps): ReactElement {
  const isNumber = field === "minutes" || field === "room";
  return (
    <TextField
      size="small"
      label={label}
      description={help}
      value={values[field]}
      error={error}
      autoComplete="off"
      maxLength={200}
      {...(isNumber ? { inputMode: "numeric" } : {})}
      onChange={(event) => set({ [field]: event.target.value })}
    />
  );
}
