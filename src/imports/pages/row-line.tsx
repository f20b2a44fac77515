import { Button, Checkbox, Table } from "@navikt/ds-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { post } from "../../platform/ui/api.ts";
import { useBoth, useTexts } from "../../platform/ui/use-language.tsx";
import type { BatchFile, BatchRow, BatchView, RowProblem } from "../contract.ts";
import { CellEdit } from "./cell-edit.tsx";
import { importTexts } from "./import-texts.ts";

type Props = {
  readonly view: BatchView;
  readonly file: BatchFile;
  readonly row: BatchRow;
  readonly mayMend: boolean;
  readonly chosen: boolean;
  readonly onChoose: (isChosen: boolean) => void;
};

/** One row of a file. A wrong cell is a field to type in; any other becomes one when it is chosen. */
export function RowLine({ view, file, row, mayMend, chosen, onChoose }: Props): ReactElement {
  const { rows: texts } = useTexts(importTexts);
  const columns = file.header.map((column, place) => ({ column, place }));
  const wrong = new Set(row.problems.map(({ column }) => file.header.indexOf(column ?? "")));
  return (
    <Table.Row selected={chosen}>
      {mayMend && (
        <Table.DataCell>
          <Checkbox size="small" hideLabel checked={chosen} onChange={(event) => onChoose(event.target.checked)}>
            {fill(texts.select, { line: row.line })}
          </Checkbox>
        </Table.DataCell>
      )}
      <Table.HeaderCell scope="row">{row.line}</Table.HeaderCell>
      <Said view={view} row={row} />
      {columns.map(({ column, place }) => (
        <Table.DataCell key={place} className={wrong.has(place) ? "cell-wrong" : undefined}>
          {mayMend ? (
            <Cell view={view} row={row} place={place} column={column} isWrong={wrong.has(place)} />
          ) : (
            (row.cells[place] ?? "")
          )}
          <CellRemarks row={row} column={column} />
        </Table.DataCell>
      ))}
    </Table.Row>
  );
}

/** What to know about a cell nothing is wrong with. */
function CellRemarks({ row, column }: { readonly row: BatchRow; readonly column: string }): ReactElement | null {
  const { remarks: texts } = useTexts(importTexts);
  const said = row.remarks.filter((remark) => remark.column === column);
  if (said.length === 0) return null;
  const short: Readonly<Record<string, string>> = texts.short;
  return <span className="mapping-meaning quiet">{said.map(({ code }) => short[code] ?? code).join(", ")}</span>;
}

type CellProps = {
  readonly view: BatchView;
  readonly row: BatchRow;
  readonly place: number;
  readonly column: string;
  readonly isWrong: boolean;
};

function Cell({ view, row, place, column, isWrong }: CellProps): ReactElement {
  const { rows: texts } = useTexts(importTexts);
  const [isOpen, setOpen] = useState(false);
  const value = row.cells[place] ?? "";
  const isCorrected = row.corrected.includes(place);
  if (isWrong || isOpen) {
    return (
      <>
        <CellEdit
          view={view}
          row={row}
          place={place}
          column={column}
          takesFocus={isOpen}
          onClosed={() => setOpen(false)}
        />
        {isCorrected && <UndoCell view={view} row={row} place={place} column={column} />}
      </>
    );
  }
  return (
    <>
      <button
        type="button"
        className="cell-open"
        aria-label={`${fill(texts.edit, { column, line: row.line })}: ${value || texts.empty}`}
        onClick={() => setOpen(true)}
      >
        {value === "" ? "\u00a0" : value}
      </button>
      {isCorrected && <UndoCell view={view} row={row} place={place} column={column} />}
    </>
  );
}

function UndoCell({ view, row, place, column }: Omit<CellProps, "isWrong">): ReactElement {
  const { rows: texts } = useTexts(importTexts);
  const queries = useQueryClient();
  const undo = useMutation({
    mutationFn: () => post(`/imports/${view.id}/cells/undo`, { file: row.file, line: row.line, place }),
    onSettled: () => queries.invalidateQueries({ queryKey: ["import", view.id] }),
  });
  return (
    <span className="cell-corrected">
      {texts.corrected}{" "}
      <Button
        size="xsmall"
        variant="tertiary"
        loading={undo.isPending}
        aria-label={fill(texts.undo, { column })}
        onClick={() => undo.mutate()}
      >
        {texts.undoShort}
      </Button>
    </span>
  );
}

/** What the check said of the row, beside it: what is wrong, what changes, or why it is not imported. */
function Said({ view, row }: { readonly view: BatchView; readonly row: BatchRow }): ReactElement | null {
  const { rows: texts } = useTexts(importTexts);
  const both = useBoth();
  if (row.verdict === "new" || row.verdict === "unchanged") return null;
  if (row.verdict === "set_aside") {
    return (
      <Table.DataCell>
        {row.reason}
        {view.deeds.includes("setAside") && <TakeIn view={view} row={row} />}
      </Table.DataCell>
    );
  }
  if (row.verdict === "changed") {
    const said = row.changes.map((change) =>
      fill(texts.becomes, {
        label: both(change.label),
        old: change.old || texts.empty,
        new: change.new || texts.empty,
      }),
    );
    return <Table.DataCell className="row-said">{said.join(" · ")}</Table.DataCell>;
  }
  return (
    <Table.DataCell className="row-said">
      {row.problems.length === 0 ? texts.mended : <Wrong problems={row.problems} />}
    </Table.DataCell>
  );
}

function Wrong({ problems }: { readonly problems: readonly RowProblem[] }): ReactElement {
  const both = useBoth();
  return (
    <ul className="plain-list import-wrong">
      {problems.map(({ column, code, message }) => (
        <li key={`${column}-${code}`}>{`${column ? `${column}: ` : ""}${both(message)}`}</li>
      ))}
    </ul>
  );
}

function TakeIn({ view, row }: { readonly view: BatchView; readonly row: BatchRow }): ReactElement {
  const { rows: texts } = useTexts(importTexts);
  const queries = useQueryClient();
  const take = useMutation({
    mutationFn: () => post(`/imports/${view.id}/take-in`, { file: row.file, line: row.line }),
    onSettled: () => queries.invalidateQueries({ queryKey: ["import", view.id] }),
  });
  return (
    <Button size="xsmall" variant="tertiary" loading={take.isPending} onClick={() => take.mutate()}>
      {texts.takeIn}
    </Button>
  );
}
