import { Radio, RadioGroup } from "@navikt/ds-react";
import type { ReactElement } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { useBoth, useTexts } from "../../platform/ui/use-language.tsx";
import type { InstrumentSaid } from "../contract.ts";
import type { MeasureValues } from "./measure-values.ts";
import { progressionTexts } from "./progression-texts.ts";

type Props = {
  readonly instrument: InstrumentSaid;
  readonly values: MeasureValues;
  readonly onChange: (values: MeasureValues) => void;
  readonly wrong: (field: string) => string | undefined;
};

/** The questions of an instrument, each with the steps of its scale and the choice not to answer. */
export function MeasureAnswers({ instrument, values, onChange, wrong }: Props): ReactElement {
  const { form: texts } = useTexts(progressionTexts);
  const both = useBoth();
  const { from, to, low, high } = instrument.scale;
  const steps = Array.from({ length: to - from + 1 }, (_, at) => String(from + at));
  const ends = { low: from, high: to, lowWord: both(low), highWord: both(high) };
  return (
    <>
      <p className="progress-says">
        {texts.answers[instrument.answeredBy]} {fill(texts.ends, ends)}
      </p>
      {instrument.dimensions.map(({ code, label, question }) => (
        <RadioGroup
          key={code}
          className="progress-question"
          size="small"
          legend={both(question)}
          description={both(label)}
          value={values.answers[code] ?? ""}
          error={wrong(`values/${code}`)}
          onChange={(answer: string) => onChange({ ...values, answers: { ...values.answers, [code]: answer } })}
        >
          {steps.map((step) => (
            <Radio key={step} value={step}>
              {step}
            </Radio>
          ))}
          <Radio value="">{texts.unanswered}</Radio>
        </RadioGroup>
      ))}
    </>
  );
}
