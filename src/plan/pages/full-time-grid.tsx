import { Table } from "@navikt/ds-react";
import type { ReactElement } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { formatDay, formatNumber, formatSigned, formatSignedPercent, NO_VALUE } from "../../platform/texts/format.ts";
import type { Language } from "../../platform/texts/language.ts";
import { useBoth, useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { FullTimeTable } from "../contract.ts";
import { changeOf, type Difference, differenceOf } from "./full-time-figures.ts";
import { planTexts } from "./plan-texts.ts";

/** Which of the two figures are shown. */
export const fullTimeModes = ["both", "published", "recorded", "change"] as const;

/** One of the ways to see the table. */
export type FullTimeMode = (typeof fullTimeModes)[number];

type Props = { readonly data: FullTimeTable; readonly mode: FullTimeMode };

/** Benefits down, years and kinds across; totals computed, and the plan's own total beneath where it differs. */
export function FullTimeGrid({ data, mode }: Props): ReactElement {
  const { table: texts } = useTexts(planTexts);
  const { language } = useLanguage();
  const both = useBoth();
  const caption = fill(texts.caption, { day: formatDay(data.asOf, language) });
  return (
    <Table size="small" className="full-time">
      <caption className="aksel-sr-only">{caption}</caption>
      <Table.Header>
        <Table.Row>
          <Table.HeaderCell scope="col">{texts.benefit}</Table.HeaderCell>
          {data.columns.map(({ year, kind }) => (
            <Table.HeaderCell scope="col" key={`${year}-${kind}`}>
              {year} <span className="column-kind">{texts.kind[kind]}</span>
            </Table.HeaderCell>
          ))}
        </Table.Row>
      </Table.Header>
      <Table.Body>
        {data.rows.map((row) => (
          <Table.Row key={row.id} className={row.isTotal ? "total" : ""}>
            <Table.HeaderCell scope="row">{both(row.label)}</Table.HeaderCell>
            {data.columns.map(({ year, kind }, index) => (
              <Table.DataCell key={`${year}-${kind}`}>
                <Figures
                  published={row.published[index] ?? null}
                  recorded={row.recorded[index] ?? null}
                  withheld={row.withheld[index] ?? false}
                  change={changeOf(row, data.columns, index)}
                  mode={mode}
                />
              </Table.DataCell>
            ))}
          </Table.Row>
        ))}
        {data.statedTotals.some((stated) => stated !== null) && <StatedTotals data={data} />}
      </Table.Body>
    </Table>
  );
}

type FiguresProps = {
  readonly published: number | null;
  readonly recorded: number | null;
  readonly withheld: boolean;
  readonly change: Difference | null;
  readonly mode: FullTimeMode;
};

function Figures({ published, recorded, withheld, change, mode }: FiguresProps): ReactElement {
  const texts = useTexts(planTexts);
  const { language } = useLanguage();
  const say = (value: number | null): string => (value === null ? NO_VALUE : formatNumber(value, language));
  const own = withheld ? texts.value.withheld : say(recorded);
  const difference = differenceOf(published, withheld ? null : recorded);
  if (mode === "published") return <span className="published">{say(published)}</span>;
  if (mode === "change") return <span>{change && !withheld ? differenceText(change, language) : NO_VALUE}</span>;
  if (mode === "recorded") return <span className="recorded">{own}</span>;
  return (
    <>
      <span className="published">
        <span className="aksel-sr-only">{`${texts.table.published} `}</span>
        {say(published)}
      </span>
      <span className="recorded">
        <span className="aksel-sr-only">{`${texts.table.recorded} `}</span>
        {own}
      </span>
      <span className={difference?.isFar ? "difference far" : "difference"}>
        {difference && <span className="aksel-sr-only">{`${texts.table.difference} `}</span>}
        {difference ? differenceText(difference, language) : "\u00a0"}
      </span>
    </>
  );
}

function differenceText({ persons, percent }: Difference, language: Language): string {
  const share = percent === null ? "" : ` (${formatSignedPercent(percent, language)})`;
  return `${formatSigned(persons, language)}${share}`;
}

function StatedTotals({ data }: { readonly data: FullTimeTable }): ReactElement {
  const { table: texts } = useTexts(planTexts);
  const { language } = useLanguage();
  return (
    <Table.Row className="stated">
      <Table.HeaderCell scope="row">{texts.statedTotal}</Table.HeaderCell>
      {data.columns.map(({ year, kind }, index) => {
        const stated = data.statedTotals[index] ?? null;
        return (
          <Table.DataCell key={`${year}-${kind}`}>
            {stated === null ? NO_VALUE : formatNumber(stated, language)}
          </Table.DataCell>
        );
      })}
    </Table.Row>
  );
}
