import { CopyButton, Heading, ReadMore } from "@navikt/ds-react";
import type { ReactElement } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { formatDay } from "../../platform/texts/format.ts";
import { ScrollBox } from "../../platform/ui/scroll-box.tsx";
import { useBoth, useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { Indicator } from "./indicator-types.ts";
import { planTexts } from "./plan-texts.ts";
import type { View } from "./view.ts";

type Props = {
  readonly indicator: Indicator;
  readonly view: View;
  readonly asOf: string;
};

/** Everything needed to compute the figure again: the expression, the query, the data it was made from (ASK-04). */
export function HowCounted({ indicator, view, asOf }: Props): ReactElement {
  const { counted } = useTexts(planTexts).goal;
  return (
    <ReadMore header={counted.title} variant="moderate" className="how-counted no-print">
      <p>{counted.help}</p>
      <Basis indicator={indicator} view={view} asOf={asOf} />
      <Code title={counted.expression} text={indicator.expression} copy={counted.copyExpression} />
      {indicator.sql !== "" && <Code title={counted.sql} text={indicator.sql} copy={counted.copySql} />}
    </ReadMore>
  );
}

function Basis({ indicator, view, asOf }: Props): ReactElement {
  const { goal: texts } = useTexts(planTexts);
  const { counted } = texts;
  const both = useBoth();
  const { language } = useLanguage();
  const day = formatDay(asOf, language);
  const basis = view.snapshot ? fill(counted.pinned, { name: view.snapshot, day }) : fill(counted.live, { day });
  const known = view.knownAt ? fill(counted.knownAt, { day: formatDay(view.knownAt, language) }) : counted.knownNow;
  const { projection } = indicator;
  return (
    <dl className="facts">
      <div>
        <dt>{counted.snapshot}</dt>
        <dd>{`${basis}. ${known}.`}</dd>
      </div>
      <div>
        <dt>{counted.measure}</dt>
        <dd>
          <code>{indicator.measure}</code>
        </dd>
      </div>
      {projection && (
        <div>
          <dt>{texts.projection}</dt>
          <dd>{fill(texts.method, { method: both(projection.method), points: projection.points })}</dd>
        </div>
      )}
    </dl>
  );
}

function Code({
  title,
  text,
  copy,
}: {
  readonly title: string;
  readonly text: string;
  readonly copy: string;
}): ReactElement {
  const { counted } = useTexts(planTexts).goal;
  return (
    <div className="code">
      <div className="code-head">
        <Heading level="4" size="xsmall">
          {title}
        </Heading>
        <CopyButton size="xsmall" copyText={text} text={copy} activeText={counted.copied} />
      </div>
      <ScrollBox name={title} className="code-text">
        <pre>{text}</pre>
      </ScrollBox>
    </div>
  );
}
