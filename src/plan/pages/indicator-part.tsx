import { Heading } from "@navikt/ds-react";
import type { ReactElement } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { formatDay } from "../../platform/texts/format.ts";
import { useBoth, useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import { HowCounted } from "./how-counted.tsx";
import { IndicatorChart } from "./indicator-chart.tsx";
import { IndicatorCompare } from "./indicator-compare.tsx";
import { IndicatorFigures } from "./indicator-figures.tsx";
import type { Indicator, IndicatorPlace } from "./indicator-types.ts";
import { planTexts } from "./plan-texts.ts";
import type { Reader } from "./reader.ts";
import { RowsBehind } from "./rows-behind.tsx";
import { useShownDay } from "./use-shown-day.ts";
import type { View } from "./view.ts";
import { WhatItTakesLine } from "./what-it-takes-line.tsx";

type Props = {
  readonly place: IndicatorPlace;
  readonly indicator: Indicator;
  readonly view: View;
  readonly reader: Reader;
};

/** Everything about one indicator, from its figure down to the rows behind it. */
export function IndicatorPart({ place, indicator, view, reader }: Props): ReactElement {
  const { goal: texts, value } = useTexts(planTexts);
  const both = useBoth();
  const title =
    place.of > 1 ? fill(texts.indicator, { number: place.index + 1, label: both(indicator.label) }) : texts.chart.title;
  return (
    <section className="indicator-part">
      <Heading level="2" size="small" className={place.of > 1 ? "" : "aksel-sr-only"}>
        {title}
      </Heading>
      {indicator.withheld && <p className="withheld">{value.withheldWhy}</p>}
      {indicator.missing && (
        <p className="missing">
          <strong>{texts.missing}</strong> {both(indicator.missing)}
        </p>
      )}
      <IndicatorFigures indicator={indicator} />
      <IndicatorChart indicator={indicator} />
      <WhatItTakesLine indicator={indicator} />
      <Definition indicator={indicator} />
      <IndicatorCompare indicator={indicator} />
      <HowCounted indicator={indicator} view={view} asOf={useShownDay(view, reader)} />
      <RowsBehind place={place} indicator={indicator} view={view} reader={reader} />
    </section>
  );
}

function Definition({ indicator }: { readonly indicator: Indicator }): ReactElement {
  const { goal: texts } = useTexts(planTexts);
  const both = useBoth();
  const { language } = useLanguage();
  const { window } = indicator;
  const basis = indicator.target?.basis;
  return (
    <div className="definition">
      <Heading level="3" size="xsmall">
        {texts.definition}
      </Heading>
      <p>{asSentence(both(indicator.definition))}</p>
      <p>{fill(texts.window, { from: formatDay(window.from, language), last: formatDay(window.last, language) })}</p>
      {basis && <p>{fill(texts.basis, { basis: both(basis) })}</p>}
      {indicator.assumption && (
        <p>
          <strong>{`${texts.assumption}:`}</strong> {both(indicator.assumption)}
        </p>
      )}
    </div>
  );
}

/** A text with a full stop at its end. */
function asSentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
