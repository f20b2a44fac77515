import { Heading, Table } from "@navikt/ds-react";
import type { ReactElement, ReactNode } from "react";
import { ScrollBox } from "../../platform/ui/scroll-box.tsx";

type Row = { readonly key: string; readonly cells: readonly ReactNode[] };

type Props = {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly Row[];
  /** What to say when there are no rows. */
  readonly empty: string;
  readonly children?: ReactNode;
};

/** A part of the record that is a table, or says that there is nothing. */
export function PartTable({ title, head, rows, empty, children }: Props): ReactElement {
  return (
    <section className="part">
      <Heading level="2" size="small">
        {title}
      </Heading>
      {rows.length === 0 && <p className="quiet">{empty}</p>}
      {rows.length > 0 && (
        <ScrollBox name={title}>
          <Table size="small">
            <caption className="aksel-sr-only">{title}</caption>
            <Table.Header>
              <Table.Row>
                {head.map((name) => (
                  <Table.ColumnHeader key={name} scope="col">
                    {name}
                  </Table.ColumnHeader>
                ))}
              </Table.Row>
            </Table.Header>
            <Table.Body>
              {rows.map(({ key, cells }) => (
                <Table.Row key={key}>
                  {cells.map((cell, at) => (
                    <Table.DataCell key={head[at]}>{cell}</Table.DataCell>
                  ))}
                </Table.Row>
              ))}
            </Table.Body>
          </Table>
        </ScrollBox>
      )}
      {children}
    </section>
  );
}
