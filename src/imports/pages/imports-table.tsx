import { Table } from "@navikt/ds-react";
import type { ReactElement } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { formatMoment, formatNumber, NO_VALUE } from "../../platform/texts/format.ts";
import { AppLink } from "../../platform/ui/app-link.tsx";
import { ScrollBox } from "../../platform/ui/scroll-box.tsx";
import { useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { BatchLine } from "../contract.ts";
import { importTexts } from "./import-texts.ts";

/** The imports there have been, newest first. */
export function ImportsTable({ imports }: { readonly imports: readonly BatchLine[] }): ReactElement {
  const { list: texts, states } = useTexts(importTexts);
  const { language } = useLanguage();
  const names = (line: BatchLine): string => {
    const [first = NO_VALUE] = line.names;
    return line.files > 1 ? fill(texts.more, { name: first, count: formatNumber(line.files - 1, language) }) : first;
  };
  return (
    <ScrollBox name={texts.earlier}>
      <Table size="small">
        <caption className="aksel-sr-only">{texts.earlier}</caption>
        <Table.Header>
          <Table.Row>
            {[texts.when, texts.files, texts.rows, texts.state, texts.by].map((name) => (
              <Table.HeaderCell scope="col" key={name}>
                {name}
              </Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {imports.map((line) => (
            <Table.Row key={line.id}>
              <Table.HeaderCell scope="row">
                <AppLink to="/import/$import" params={{ import: line.id }}>
                  <span aria-hidden="true">{formatMoment(line.madeAt, language)}</span>
                  <span className="aksel-sr-only">
                    {fill(texts.open, { when: formatMoment(line.madeAt, language) })}
                  </span>
                </AppLink>
              </Table.HeaderCell>
              <Table.DataCell>{names(line)}</Table.DataCell>
              <Table.DataCell>{line.counts ? formatNumber(line.counts.rows, language) : NO_VALUE}</Table.DataCell>
              <Table.DataCell>{states[line.state]}</Table.DataCell>
              <Table.DataCell>{line.madeBy}</Table.DataCell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </ScrollBox>
  );
}
