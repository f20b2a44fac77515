import { Table } from "@navikt/ds-react";
import type { ReactElement } from "react";
import { ScrollBox } from "../../platform/ui/scroll-box.tsx";
import type { ReportTable } from "../plan-followup/contract.ts";

/** A table of the report: the first column heads the rows. */
export function ReportGrid({ table }: { readonly table: ReportTable }): ReactElement {
  return (
    <div className="report-grid">
      <ScrollBox name={table.title}>
        <Table size="small">
          <caption>{table.title}</caption>
          <Table.Header>
            <Table.Row>
              {table.columns.map(({ label, align }) => (
                <Table.HeaderCell key={label} scope="col" align={align}>
                  {label}
                </Table.HeaderCell>
              ))}
            </Table.Row>
          </Table.Header>
          <Table.Body>
            {table.rows.map((row) => (
              <GridRow key={row.cells.map(({ text }) => text).join("|")} row={row} columns={table.columns} />
            ))}
          </Table.Body>
        </Table>
      </ScrollBox>
      {table.notes.map((note) => (
        <p key={note} className="quiet">
          {note}
        </p>
      ))}
    </div>
  );
}

type RowProps = { readonly row: ReportTable["rows"][number]; readonly columns: ReportTable["columns"] };

function GridRow({ row, columns }: RowProps): ReactElement {
  return (
    <Table.Row className={row.strong ? "total" : ""}>
      {columns.map(({ label, align }, index) => {
        const text = row.cells[index]?.text ?? "";
        return index === 0 ? (
          <Table.HeaderCell key={label} scope="row">
            {text}
          </Table.HeaderCell>
        ) : (
          <Table.DataCell key={label} align={align}>
            {text}
          </Table.DataCell>
        );
      })}
    </Table.Row>
  );
}
