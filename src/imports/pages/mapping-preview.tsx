import { Heading, Table } from "@navikt/ds-react";
import type { ReactElement } from "react";
import { ScrollBox } from "../../platform/ui/scroll-box.tsx";
import { useBoth, useTexts } from "../../platform/ui/use-language.tsx";
import type { Preview } from "../contract.ts";
import { importTexts } from "./import-texts.ts";

type Props = {
  readonly header: readonly string[];
  readonly rows: Preview["rows"];
  /** Are the rows read by a mapping yet? */
  readonly isRead: boolean;
};

/** The first rows of a file with what the mapping makes of them. */
export function MappingPreview({ header, rows, isRead }: Props): ReactElement | null {
  const { mapping: texts } = useTexts(importTexts);
  const both = useBoth();
  if (rows.length === 0) return null;
  const columns = header.map((name, at) => ({ name, at }));
  return (
    <section aria-label={texts.preview}>
      <Heading level="4" size="xsmall">
        {texts.preview}
      </Heading>
      <ScrollBox name={texts.preview} className="mapping-preview">
        <Table size="small">
          <caption className="aksel-sr-only">{texts.preview}</caption>
          <Table.Header>
            <Table.Row>
              <Table.HeaderCell scope="col">{texts.line}</Table.HeaderCell>
              {isRead && <Table.HeaderCell scope="col">{texts.verdict}</Table.HeaderCell>}
              {columns.map(({ name, at }) => (
                <Table.HeaderCell scope="col" key={at}>
                  {name}
                </Table.HeaderCell>
              ))}
            </Table.Row>
          </Table.Header>
          <Table.Body>
            {rows.map(({ line, cells, problems }) => (
              <Table.Row key={line}>
                <Table.HeaderCell scope="row">{line}</Table.HeaderCell>
                {isRead && (
                  <Table.DataCell>
                    {problems.length === 0 ? (
                      texts.good
                    ) : (
                      <span className="import-wrong">
                        {problems.map(({ column, message }) => `${column ?? ""}: ${both(message)}`).join(" ")}
                      </span>
                    )}
                  </Table.DataCell>
                )}
                {columns.map(({ at }) => (
                  <Table.DataCell key={at}>{cells[at] ?? ""}</Table.DataCell>
                ))}
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      </ScrollBox>
    </section>
  );
}
