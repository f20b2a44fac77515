import { Checkbox, Table } from "@navikt/ds-react";
import { type ReactElement, useState } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { ScrollBox } from "../../platform/ui/scroll-box.tsx";
import { useTexts } from "../../platform/ui/use-language.tsx";
import type { BatchFile, BatchRow, BatchView, RowVerdict } from "../contract.ts";
import { AsideForm } from "./aside-form.tsx";
import { importTexts } from "./import-texts.ts";
import { RowLine } from "./row-line.tsx";
import { useFileName } from "./use-file-name.ts";

type Props = { readonly view: BatchView; readonly rows: readonly BatchRow[]; readonly verdict: RowVerdict };

/** A page of rows, file by file, since each file has its own columns. Rejected ones are corrected in place or set aside. */
export function RowsTable({ view, rows, verdict }: Props): ReactElement {
  const numbers = [...new Set(rows.map(({ file }) => file))];
  return (
    <>
      {numbers.map((number) => {
        const file = view.files.find((one) => one.file === number);
        const own = rows.filter((row) => row.file === number);
        return file && <FileRows key={`${number}-${verdict}`} view={view} file={file} rows={own} verdict={verdict} />;
      })}
    </>
  );
}

function FileRows({ view, file, rows, verdict }: Props & { readonly file: BatchFile }): ReactElement {
  const { rows: texts } = useTexts(importTexts);
  const nameOf = useFileName();
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const mayMend = verdict === "rejected" && view.deeds.includes("correct");
  const name = fill(texts.table, { file: nameOf(file) });
  const columns = file.header.map((column, at) => ({ column, at }));
  const own = rows.filter(({ line }) => chosen.has(line));
  const choose = (line: number, isChosen: boolean): void => {
    const next = new Set(chosen);
    if (isChosen) next.add(line);
    else next.delete(line);
    setChosen(next);
  };
  return (
    <div className="rows-of-file">
      <ScrollBox name={name}>
        <Table size="small">
          <caption className="rows-caption">{name}</caption>
          <Table.Header>
            <Table.Row>
              {mayMend && (
                <Table.HeaderCell>
                  <Checkbox
                    size="small"
                    hideLabel
                    checked={own.length === rows.length && rows.length > 0}
                    onChange={(event) => setChosen(new Set(event.target.checked ? rows.map(({ line }) => line) : []))}
                  >
                    {texts.chooseAll}
                  </Checkbox>
                </Table.HeaderCell>
              )}
              <Table.HeaderCell scope="col">{texts.line}</Table.HeaderCell>
              <LastHeads verdict={verdict} />
              {columns.map(({ column, at }) => (
                <Table.HeaderCell scope="col" key={at}>
                  {column}
                </Table.HeaderCell>
              ))}
            </Table.Row>
          </Table.Header>
          <Table.Body>
            {rows.map((row) => (
              <RowLine
                key={row.line}
                view={view}
                file={file}
                row={row}
                mayMend={mayMend}
                chosen={chosen.has(row.line)}
                onChoose={(isChosen) => choose(row.line, isChosen)}
              />
            ))}
          </Table.Body>
        </Table>
      </ScrollBox>
      {mayMend && <AsideForm view={view} file={file} rows={own} onDone={() => setChosen(new Set())} />}
    </div>
  );
}

function LastHeads({ verdict }: { readonly verdict: RowVerdict }): ReactElement | null {
  const { rows: texts } = useTexts(importTexts);
  const name = { rejected: texts.wrong, changed: texts.changes, set_aside: texts.reason, new: null, unchanged: null }[
    verdict
  ];
  return name === null ? null : <Table.HeaderCell scope="col">{name}</Table.HeaderCell>;
}
