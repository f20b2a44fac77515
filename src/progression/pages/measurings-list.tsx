import { Button, Heading } from "@navikt/ds-react";
import { useMutation } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { formatDay } from "../../platform/texts/format.ts";
import { post } from "../../platform/ui/api.ts";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { useBoth, useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { CitizenProgression } from "../contract.ts";
import { MeasureForm } from "./measure-form.tsx";
import { placeOf } from "./measure-values.ts";
import { progressionTexts } from "./progression-texts.ts";

type Props = {
  readonly citizen: string;
  readonly data: CitizenProgression;
  readonly onDone: (data: CitizenProgression, message: string) => void;
};

/** As many as can be taken in at a glance. */
const FEW = 4;

/** The measurements, the latest first: day, talk, and changing or taking back. */
export function MeasuringsList({ citizen, data, onDone }: Props): ReactElement | null {
  const texts = useTexts(progressionTexts);
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? data.measurings : data.measurings.slice(0, FEW);
  if (data.measurings.length === 0) return null;
  return (
    <>
      <Heading level="3" size="xsmall">
        {texts.allMeasurings}
      </Heading>
      <ul className="progress-list">
        {shown.map((one) => (
          <Line
            key={`${one.instrument} ${one.day} ${one.version}`}
            citizen={citizen}
            data={data}
            onDone={onDone}
            one={one}
          />
        ))}
      </ul>
      {data.measurings.length > shown.length && (
        <Button className="no-print" size="xsmall" variant="tertiary" onClick={() => setWhole(true)}>
          {texts.earlier}
        </Button>
      )}
    </>
  );
}

function Line({
  citizen,
  data,
  one,
  onDone,
}: Props & { readonly one: CitizenProgression["measurings"][number] }): ReactElement {
  const texts = useTexts(progressionTexts);
  const { language } = useLanguage();
  const both = useBoth();
  const [isOpen, setOpen] = useState(false);
  const gone = useMutation({
    mutationFn: () => post<CitizenProgression>(`${placeOf(citizen, one)}/gone`, { version: one.version }),
    onSuccess: (next) => onDone(next, texts.gone),
  });
  const said = formatDay(one.day, language);
  const instrument = data.instruments.find(({ code }) => code === one.instrument);
  const details = [instrument ? both(instrument.label) : one.instrument, ...(one.talk ? [both(one.talk)] : [])];
  const named = (what: string): string => fill(texts.about, { what, day: said });
  return (
    <li>
      {said} <span className="quiet">{details.join(" · ")}</span>
      {data.may.write && !isOpen && (
        <span className="progress-tools no-print">
          <Button size="xsmall" variant="tertiary" aria-label={named(texts.change)} onClick={() => setOpen(true)}>
            {texts.change}
          </Button>
          <Button
            size="xsmall"
            variant="tertiary"
            aria-label={named(texts.takeBack)}
            loading={gone.isPending}
            onClick={() => gone.mutate()}
          >
            {texts.takeBack}
          </Button>
        </span>
      )}
      {gone.error && <ProblemMessage error={gone.error} />}
      {isOpen && (
        <MeasureForm
          citizen={citizen}
          data={data}
          changed={one}
          onDone={(next) => onDone(next, texts.changed)}
          onClose={() => setOpen(false)}
        />
      )}
    </li>
  );
}
