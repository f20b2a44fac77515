import { Button, Heading } from "@navikt/ds-react";
import { useMutation } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { formatNumber, formatSigned } from "../../platform/texts/format.ts";
import { post } from "../../platform/ui/api.ts";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { saveFile } from "../../platform/ui/save-file.ts";
import { useBoth, useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { BatchView, ComparedFact, Reconciliation } from "../contract.ts";
import { differencesAsCsv } from "../differences.ts";
import { importTexts } from "./import-texts.ts";

const SHOWN = 12;

/** The files beside the records: who is missing, whose days differ, what the months add up to. Changes nothing. */
export function ReconcilePart({ view }: { readonly view: BatchView }): ReactElement {
  const { reconcile: texts } = useTexts(importTexts);
  const { language } = useLanguage();
  const compare = useMutation({ mutationFn: () => post<Reconciliation>(`/imports/${view.id}/reconcile`) });
  const found = compare.data;
  const save = (): void => {
    if (found) saveFile("afstemning.csv", new Blob([differencesAsCsv(found, language)], { type: "text/csv" }));
  };
  return (
    <section className="part">
      <Heading level="2" size="small">
        {texts.title}
      </Heading>
      <p className="quiet">{texts.lead}</p>
      <Button
        size="small"
        variant="secondary"
        className="no-print"
        loading={compare.isPending}
        onClick={() => compare.mutate()}
      >
        {texts.compare}
      </Button>
      {compare.error && <ProblemMessage error={compare.error} />}
      <div role="status">
        {found && (
          <>
            <p>
              <strong>{found.agrees ? texts.agrees : texts.differs}</strong>
            </p>
            {found.unread > 0 && <p>{fill(texts.unread, { unread: formatNumber(found.unread, language) })}</p>}
            {found.facts.map((fact) => (
              <Compared key={fact.fact.name} compared={fact} />
            ))}
            {!found.agrees && (
              <Button size="xsmall" variant="tertiary" className="no-print" onClick={save}>
                {texts.save}
              </Button>
            )}
          </>
        )}
      </div>
    </section>
  );
}

function Compared({ compared }: { readonly compared: ComparedFact }): ReactElement {
  const { reconcile: texts } = useTexts(importTexts);
  const { language } = useLanguage();
  const both = useBoth();
  const { persons, days, months, amounts } = compared;
  const number = (value: number): string => formatNumber(value, language);
  const sums = [...months, ...amounts.flatMap((amount) => amount.sums)].filter((sum) => sum.extract !== sum.records);
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
        {sums.slice(0, SHOWN).map((sum) => (
          <li key={`${sum.kind} ${sum.of}`}>
            {fill(texts.sum, {
              kind: sum.kind ?? "",
              of: sum.of,
              extract: number(sum.extract),
              records: number(sum.records),
              change: formatSigned(sum.extract - sum.records, language),
            })}
          </li>
        ))}
        {sums.length > SHOWN && <li>{fill(texts.more, { count: number(sums.length - SHOWN) })}</li>}
      </ul>
    </section>
  );
}
