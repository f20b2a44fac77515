import { Table } from "@navikt/ds-react";
import type { ReactElement, ReactNode } from "react";
import { ScrollBox } from "./scroll-box.tsx";

type Props = {
  /** What the table is, for those who hear it. */
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
};

/** A dense table that scrolls in its own box. */
export function SmallTable({ name, head, rows }: Props): ReactElement {
  return (
    <ScrollBox name={name}>
      <Table size="small">
        <caption className="aksel-sr-only">{name}</caption>
        <Table.Header>
          <Table.Row>
            {head.map((each) => (
              <Table.ColumnHeader key={each} scope="col">
                {each}
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
  );
}
