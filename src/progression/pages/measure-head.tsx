import { Select } from "@navikt/ds-react";
import type { ReactElement } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { formatDay } from "../../platform/texts/format.ts";
import { DayField } from "../../platform/ui/day-field.tsx";
import { useBoth, useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { CitizenProgression } from "../contract.ts";
import type { MeasureValues } from "./measure-values.ts";
import { progressionTexts } from "./progression-texts.ts";

type Props = {
  readonly data: CitizenProgression;
  readonly values: MeasureValues;
  readonly isNew: boolean;
  readonly onChange: (values: MeasureValues) => void;
  readonly wrong: (field: string) => string | undefined;
};

/** What is measured with, as part of which talk, and on which day. */
export function MeasureHead({ data, values, isNew, onChange, wrong }: Props): ReactElement {
  const { form: texts } = useTexts(progressionTexts);
  const both = useBoth();
  const { language } = useLanguage();
  const usable = data.instruments.filter(({ isNow, code }) => isNow || code === values.instrument);
  const fits = usable.find(({ code }) => code === values.instrument)?.fits ?? true;
  const talks = [...new Map(data.talks.map((talk) => [talk.day, talk])).values()];
  const isOfTalk = talks.some(({ day }) => day === values.day);
  const problem = wrong("day");
  return (
    <div className="progress-fields">
      {isNew && (
        <Select
          size="small"
          label={texts.instrument}
          value={values.instrument}
          description={fits ? undefined : texts.notFor}
          error={wrong("instrument")}
          onChange={(event) => onChange({ ...values, instrument: event.target.value, answers: {} })}
        >
          {usable.map(({ code, label }) => (
            <option key={code} value={code}>
              {both(label)}
            </option>
          ))}
        </Select>
      )}
      {talks.length > 0 && (
        <Select
          size="small"
          label={texts.talk}
          value={isOfTalk ? values.day : ""}
          onChange={(event) => onChange({ ...values, day: event.target.value || data.on })}
        >
          <option value="">{texts.noTalk}</option>
          {talks.map(({ day, label }) => (
            <option key={day} value={day}>
              {fill(texts.talkOn, { talk: both(label), day: formatDay(day, language) })}
            </option>
          ))}
        </Select>
      )}
      <div>
        <DayField
          label={texts.day}
          value={values.day}
          onChange={(day) => onChange({ ...values, day })}
          wrong={texts.dayWrong}
          required
        />
        {problem && <p className="progress-wrong">{problem}</p>}
      </div>
    </div>
  );
}
