import { Button, Pagination, Table } from "@navikt/ds-react";
import { type ColumnDef, tableFeatures, useTable } from "@tanstack/react-table";
import { type ReactElement, useMemo } from "react";
import { type CountForms, countForm, fill } from "../../platform/texts/catalogue.ts";
import { formatDay, formatNumber, NO_VALUE } from "../../platform/texts/format.ts";
import type { Language } from "../../platform/texts/language.ts";
import { saveCsv } from "../../platform/ui/csv.ts";
import { ScrollBox } from "../../platform/ui/scroll-box.tsx";
import { useBoth, useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { GoalResult, RowsPage } from "../contract.ts";
import { planTexts } from "./plan-texts.ts";
import type { RowsAsked } from "./queries.ts";

type Row = RowsPage["rows"][number];
type Column = RowsPage["columns"][number];

type Props = {
  readonly data: RowsPage;
  readonly goal: GoalResult;
  readonly asked: RowsAsked;
  readonly onAsk: (asked: RowsAsked) => void;
};

const features = tableFeatures({});

/** A page of rows; the server sorts and pages, so that the count and the rows are always of the same figure. */
export function RowsTable({ data, goal, asked, onAsk }: Props): ReactElement {
  const { rows: texts } = useTexts(planTexts).goal;
  const { language } = useLanguage();
  const both = useBoth();
  const pages = Math.max(1, Math.ceil(data.total / data.pageSize));
  const outside = data.outside > 0 && <p className="quiet">{outsideText(data, texts.outside, language)}</p>;
  if (data.total === 0) return outside || <p>{texts.none}</p>;
  return (
    <div className="rows-table">
      <div className="rows-head">
        <p role="status">
          {fill(countForm(language, data.total, texts.count), { count: formatNumber(data.total, language) })}
        </p>
        <Button size="xsmall" variant="tertiary" onClick={() => saveRows(data, goal.id, language)}>
          {texts.export}
        </Button>
      </div>
      {outside}
      <ScrollBox name={fill(texts.table, { title: both(goal.title) })}>
        <Rows data={data} goal={goal} asked={asked} onAsk={onAsk} />
      </ScrollBox>
      {pages > 1 && (
        <Pagination
          size="small"
          aria-label={texts.pages}
          page={data.page}
          count={pages}
          siblingCount={0}
          onPageChange={(page) => onAsk({ ...asked, page })}
        />
      )}
    </div>
  );
}

function outsideText({ outside, total }: RowsPage, forms: CountForms, language: Language): string {
  const counts = { outside: formatNumber(outside, language), all: formatNumber(outside + total, language) };
  return fill(countForm(language, outside, forms), counts);
}

function Rows({ data, goal, asked, onAsk }: Props): ReactElement {
  const { rows: texts } = useTexts(planTexts).goal;
  const { language } = useLanguage();
  const both = useBoth();
  const columns = useMemo(() => data.columns.map((column) => columnDef(column, language)), [data.columns, language]);
  const table = useTable({ features, columns, data: data.rows });
  const typeOf = (id: string): Column["type"] => data.columns.find((column) => column.id === id)?.type ?? "text";
  const sortBy = (id: string): void => {
    onAsk({ ...asked, page: 1, sort: id, descending: asked.sort === id && !asked.descending });
  };
  const direction = asked.descending ? "descending" : "ascending";
  return (
    <Table
      size="small"
      {...(asked.sort === "" ? {} : { sort: { orderBy: asked.sort, direction } })}
      onSortChange={sortBy}
    >
      <caption className="aksel-sr-only">{fill(texts.table, { title: both(goal.title) })}</caption>
      <Table.Header>
        {table.getHeaderGroups().map((group) => (
          <Table.Row key={group.id}>
            {group.headers.map((header) => (
              <Table.ColumnHeader
                key={header.id}
                scope="col"
                sortKey={header.id}
                sortable
                className={typeOf(header.id)}
              >
                <table.FlexRender header={header} />
              </Table.ColumnHeader>
            ))}
          </Table.Row>
        ))}
      </Table.Header>
      <Table.Body>
        {table.getRowModel().rows.map((row) => (
          <Table.Row key={row.id}>
            {row.getAllCells().map((cell) => (
              <Table.DataCell key={cell.id} className={typeOf(cell.column.id)}>
                <table.FlexRender cell={cell} />
              </Table.DataCell>
            ))}
          </Table.Row>
        ))}
      </Table.Body>
    </Table>
  );
}

function columnDef({ id, label, type }: Column, language: Language): ColumnDef<typeof features, Row> {
  return { id, accessorFn: (row) => shown(row[id] ?? null, type, language), header: label[language] };
}

function shown(value: Row[string], type: Column["type"], language: Language): string {
  if (value === null || value === undefined) return NO_VALUE;
  if (type === "day") return formatDay(String(value), language);
  return typeof value === "number" ? formatNumber(value, language, Number.isInteger(value) ? 0 : 1) : value;
}

function saveRows({ columns, rows }: RowsPage, goal: string, language: Language): void {
  const head = columns.map(({ label }) => label[language]);
  saveCsv(`${goal}.csv`, [head, ...rows.map((row) => columns.map(({ id }) => row[id] ?? null))]);
}
