import { Heading } from "@navikt/ds-react";
import type { ReactElement } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { formatMonth, formatNumber, formatSigned } from "../../platform/texts/format.ts";
import { useBoth, useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { ComparedFact, Reconciliation } from "../contract.ts";
import { FetchFile } from "./fetch-file.tsx";
import { importTexts } from "./import-texts.ts";

const SHOWN = 12;
const OERE = 100;

/** What a comparison found: the answer first, then each kind of fact. */
export function ComparedPart({
  batch,
  found,
}: {
  readonly batch: string;
  readonly found: Reconciliation;
}): ReactElement {
  const { reconcile: texts } = useTexts(importTexts);
  const { language } = useLanguage();
  return (
    <>
      <p>
        <strong>{found.agrees ? texts.agrees : texts.differs}</strong>
      </p>
      {found.unread > 0 && <p>{fill(texts.unread, { unread: formatNumber(found.unread, language) })}</p>}
      {found.facts.map((fact) => (
        <Compared key={fact.fact.name} compared={fact} />
      ))}
      {!found.agrees && <FetchFile path={`/imports/${batch}/reconciliation/file`} label={texts.save} />}
    </>
  );
}

function Compared({ compared }: { readonly compared: ComparedFact }): ReactElement {
  const { reconcile: texts } = useTexts(importTexts);
  const { language } = useLanguage();
  const both = useBoth();
  const { persons, days } = compared;
  const number = (value: number): string => formatNumber(value, language);
  const sums = useSums(compared);
  return (
    <section aria-label={both(compared.fact.label)}>
      <Heading level="3" size="xsmall">
        {both(compared.fact.label)}
      </Heading>
      <ul>
        {persons && (
          <li>
            {fill(texts.persons, {
              both: number(persons.both),
              extract: number(persons.onlyInExtract),
              records: number(persons.onlyInRecords),
            })}
          </li>
        )}
        {days && <li>{fill(texts.days, { total: number(days.total) })}</li>}
        {sums.slice(0, SHOWN).map(({ key, text }) => (
          <li key={key}>{text}</li>
        ))}
        {sums.length > SHOWN && <li>{fill(texts.more, { count: number(sums.length - SHOWN) })}</li>}
      </ul>
    </section>
  );
}

/** Months whose days or amounts differ, in words; amounts in kroner. */
function useSums({ months, amounts, kinds }: ComparedFact): readonly { readonly key: string; readonly text: string }[] {
  const { reconcile: texts } = useTexts(importTexts);
  const { language } = useLanguage();
  const both = useBoth();
  const differing = (what: string, list: ComparedFact["months"], unit: number) =>
    list
      .filter(({ extract, records }) => extract !== records)
      .map(({ kind, of, extract, records }) => {
        const decimals = unit === 1 ? 0 : 2;
        const label = kind === null ? undefined : kinds[kind];
        const text = fill(texts.sum, {
          kind: label ? both(label) : (kind ?? ""),
          of: formatMonth(`${of}-01`, language),
          what,
          extract: formatNumber(extract / unit, language, decimals),
          records: formatNumber(records / unit, language, decimals),
          change: formatSigned((extract - records) / unit, language, decimals),
        });
        return { key: `${what} ${kind} ${of}`, text: text.trim() };
      });
  return [
    ...differing(texts.dayCount, months, 1),
    ...amounts.flatMap(({ column, sums }) =>
      differing(fill(texts.kroner, { what: both(column).toLowerCase() }), sums, OERE),
    ),
  ];
}
