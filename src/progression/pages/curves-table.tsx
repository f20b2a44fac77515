import { Heading, ReadMore } from "@navikt/ds-react";
import type { ReactElement } from "react";
import { day } from "../../platform/kernel/day.ts";
import { fill } from "../../platform/texts/catalogue.ts";
import { formatDay, NO_VALUE } from "../../platform/texts/format.ts";
import { SmallTable } from "../../platform/ui/small-table.tsx";
import { useBoth, useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { CitizenProgression, InstrumentSaid } from "../contract.ts";
import { ProgressCurve } from "./progress-curve.tsx";
import { progressionTexts } from "./progression-texts.ts";
import { useSteps } from "./steps-text.ts";

type Props = { readonly data: CitizenProgression; readonly instrument: InstrumentSaid };

/** What a citizen was measured to with one instrument: a curve per dimension with its changes, and all values as a table. */
export function CurvesTable({ data, instrument }: Props): ReactElement {
  const texts = useTexts(progressionTexts);
  const both = useBoth();
  const { low, high, from, to } = instrument.scale;
  const scale = { low: from, high: to, lowWord: both(low), highWord: both(high) };
  return (
    <section className="progress-instrument">
      <Heading level="3" size="xsmall">
        {both(instrument.label)}
      </Heading>
      <Curves data={data} instrument={instrument} />
      <p className="quiet progress-says">
        {fill(texts.source, { ...scale, source: instrument.source })}{" "}
        {instrument.assumption && both(instrument.assumption)}
      </p>
      <ReadMore size="small" header={texts.allValues}>
        <Values data={data} instrument={instrument} />
      </ReadMore>
    </section>
  );
}

function Curves({ data, instrument }: Props): ReactElement {
  const texts = useTexts(progressionTexts);
  const { language } = useLanguage();
  const both = useBoth();
  const steps = useSteps();
  const curves = data.curves.filter((curve) => curve.instrument === instrument.code);
  const all = curves.flatMap(({ points }) => points.map((point) => day(point.day)));
  const days = { from: Math.min(...all), to: Math.max(...all) };
  const { dimension, curve, first, latest, sinceFirst, sinceLast } = texts.head;
  return (
    <SmallTable
      name={both(instrument.label)}
      head={[dimension, curve, first, latest, sinceFirst, sinceLast]}
      rows={curves.map((one) => {
        const label = both(instrument.dimensions.find(({ code }) => code === one.dimension)?.label ?? NOTHING);
        const said = one.points.map((point) =>
          fill(texts.point, { day: formatDay(point.day, language), value: point.value }),
        );
        return {
          key: one.dimension,
          cells: [
            label,
            <ProgressCurve
              key="curve"
              points={one.points.map((point) => ({ x: day(point.day), value: point.value }))}
              label={fill(texts.curve, { dimension: label, values: said.join(", ") })}
              scale={instrument.scale}
              days={days}
            />,
            String(one.points[0]?.value ?? NO_VALUE),
            String(one.points.at(-1)?.value ?? NO_VALUE),
            one.points.length < 2 ? texts.oneOnly : steps(one.sinceFirst),
            steps(one.sinceLast),
          ],
        };
      })}
    />
  );
}

const NOTHING = { da: "", en: "" };

/** Every value on its day; a dash where nothing was answered. */
function Values({ data, instrument }: Props): ReactElement {
  const texts = useTexts(progressionTexts);
  const { language } = useLanguage();
  const both = useBoth();
  const own = data.measurings.filter((one) => one.instrument === instrument.code).toReversed();
  return (
    <SmallTable
      name={texts.allValues}
      head={[texts.head.dimension, ...own.map((one) => formatDay(one.day, language))]}
      rows={instrument.dimensions.map(({ code, label }) => ({
        key: code,
        cells: [both(label), ...own.map((one) => String(one.values[code] ?? NO_VALUE))],
      }))}
    />
  );
}
