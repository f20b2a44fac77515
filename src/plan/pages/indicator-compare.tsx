import { Heading, Table } from "@navikt/ds-react";
import type { ReactElement } from "react";
import { formatSigned, NO_VALUE } from "../../platform/texts/format.ts";
import { useBoth, useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { Indicator } from "./indicator-types.ts";
import { planTexts } from "./plan-texts.ts";
import { decimalsOf, formatAmount } from "./value.ts";

/** The figure beside others in the same unit, and what more the measure knows. */
export function IndicatorCompare({ indicator }: { readonly indicator: Indicator }): ReactElement | null {
  const { goal: texts } = useTexts(planTexts);
  const both = useBoth();
  return (
    <>
      {indicator.comparisons.length > 0 && <Comparisons indicator={indicator} />}
      {indicator.details.length > 0 && (
        <div className="details">
          <Heading level="3" size="xsmall">
            {texts.details}
          </Heading>
          <dl className="facts">
            {indicator.details.map(({ label, value }) => (
              <div key={label.en}>
                <dt>{both(label)}</dt>
                <dd>{both(value)}</dd>
              </div>
            ))}
          </dl>
        </div>
      )}
    </>
  );
}

function Comparisons({ indicator }: { readonly indicator: Indicator }): ReactElement {
  const { compare } = useTexts(planTexts).goal;
  const { language } = useLanguage();
  const both = useBoth();
  const { comparisons, unit, value: own } = indicator;
  const difference = (value: number | null): string =>
    value === null || own === null ? NO_VALUE : formatSigned(own - value, language, decimalsOf(unit));
  return (
    <div className="compare">
      <Heading level="3" size="xsmall">
        {compare.title}
      </Heading>
      <Table size="small" className="numbers">
        <Table.Header>
          <Table.Row>
            <Table.HeaderCell scope="col">{compare.with}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{compare.value}</Table.HeaderCell>
            <Table.HeaderCell scope="col">{compare.difference}</Table.HeaderCell>
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {comparisons.map(({ label, value, missing }) => (
            <Table.Row key={label.en}>
              <Table.HeaderCell scope="row">{both(label)}</Table.HeaderCell>
              <Table.DataCell>
                {value === null ? (missing ? both(missing) : NO_VALUE) : formatAmount(value, unit, language)}
              </Table.DataCell>
              <Table.DataCell>{difference(value)}</Table.DataCell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  );
}
