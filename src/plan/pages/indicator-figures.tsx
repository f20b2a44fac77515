import type { ReactElement, ReactNode } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { formatDay, formatNumber, formatPercent, NO_VALUE } from "../../platform/texts/format.ts";
import { useBoth, useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { Indicator } from "./indicator-types.ts";
import { planTexts } from "./plan-texts.ts";
import { formatAmount, formatTarget, unitWord } from "./value.ts";

/** The figure with what makes it readable: target and deadline, where it is heading, what it is made of, how fresh it is. */
export function IndicatorFigures({ indicator }: { readonly indicator: Indicator }): ReactElement {
  const texts = useTexts(planTexts);
  const { language } = useLanguage();
  const { value, unit, target, freshness, measuredOn } = indicator;
  const shown = indicator.withheld ? texts.value.withheld : texts.value.none;
  return (
    <dl className="figures">
      <Figure name={texts.goal.now} note={value === null ? null : unitWord(value, unit, language)}>
        {value === null ? shown : formatAmount(value, unit, language)}
      </Figure>
      {target && (
        <Figure name={texts.goal.target} note={fill(texts.overview.by, { day: formatDay(target.by, language) })}>
          {formatTarget(target, unit, language) ?? texts.value.noTarget}
        </Figure>
      )}
      <Heading80 indicator={indicator} />
      <MadeOf indicator={indicator} />
      <Figure name={texts.goal.freshness} note={fill(texts.goal.measured, { day: formatDay(measuredOn, language) })}>
        {freshness ? formatDay(freshness, language) : NO_VALUE}
      </Figure>
    </dl>
  );
}

function Figure(props: {
  readonly name: string;
  readonly note: string | null;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <div className="figure">
      <dt>{props.name}</dt>
      <dd>
        <span className="figure-value">{props.children}</span>
        {props.note && <span className="figure-note">{props.note}</span>}
      </dd>
    </div>
  );
}

/** Where it is heading, with the interval and how well the method did on the past; or why that cannot be said. */
function Heading80({ indicator }: { readonly indicator: Indicator }): ReactElement | null {
  const { goal: texts } = useTexts(planTexts);
  const both = useBoth();
  const { language } = useLanguage();
  const { projection, target, unit, measuredOn, value } = indicator;
  if (!projection) {
    if (!target || value === null) return null;
    const note = measuredOn >= target.by ? texts.afterDeadline : texts.noProjection;
    return (
      <Figure name={texts.projection} note={note}>
        {NO_VALUE}
      </Figure>
    );
  }
  const { low, high, points, method, coverage } = projection;
  const interval = fill(texts.interval, {
    low: formatAmount(low, unit, language),
    high: formatAmount(high, unit, language),
  });
  const tried = coverage === null ? "" : fill(texts.coverage, { share: formatPercent(coverage, language, 0) });
  return (
    <Figure name={texts.projection} note={interval}>
      <span title={`${fill(texts.method, { method: both(method), points })} ${tried}`.trim()}>
        {formatAmount(projection.value, unit, language)}
      </span>
    </Figure>
  );
}

function MadeOf({ indicator }: { readonly indicator: Indicator }): ReactElement | null {
  const { goal: texts } = useTexts(planTexts);
  const { language } = useLanguage();
  const { numerator, denominator } = indicator;
  if (numerator === null) return null;
  const say = (value: number): string => formatNumber(value, language, Number.isInteger(value) ? 0 : 1);
  if (denominator === null) {
    return (
      <Figure name={texts.numerator} note={texts.noDenominator}>
        {say(numerator)}
      </Figure>
    );
  }
  return (
    <Figure name={`${texts.numerator} / ${texts.denominator}`} note={null}>
      {fill(texts.fraction, { numerator: say(numerator), denominator: say(denominator) })}
    </Figure>
  );
}
