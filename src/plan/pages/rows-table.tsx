import { Button, Table } from "@navikt/ds-react";
import { type ColumnDef, tableFeatures, useTable } from "@tanstack/react-table";
import { type ReactElement, useMemo } from "react";
import { type CountForms, countForm, fill } from "../../platform/texts/catalogue.ts";
import { formatDay, formatNumber, NO_VALUE } from "../../platform/texts/format.ts";
import type { Language } from "../../platform/texts/language.ts";
import { saveCsv } from "../../platform/ui/csv.ts";
import { PageChoice } from "../../platform/ui/page-choice.tsx";
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
  const outside = <LeftOut data={data} />;
  if (data.total === 0) return data.outside + data.restricted > 0 ? outside : <p>{texts.none}</p>;
  return (
    <div className="rows-table">
      <div className="rows-head">
        <p role="status">
          {fill(countForm(language, data.total, texts.count), { count: formatNumber(data.total, language) })}
        </p>
        <Button
          size="xsmall"
          variant="tertiary"
          onClick={() => saveRows(data, goal.id, { language, words: texts.advertising })}
        >
          {texts.export}
        </Button>
      </div>
      {outside}
      {data.columns.some(({ type }) => type === "advertising") && <p className="quiet">{texts.advertising.meaning}</p>}
      <ScrollBox name={fill(texts.table, { title: both(goal.title) })}>
        <Rows data={data} goal={goal} asked={asked} onAsk={onAsk} />
      </ScrollBox>
      <PageChoice
        total={data.total}
        pageSize={data.pageSize}
        page={data.page}
        onPage={(page) => onAsk({ ...asked, page })}
        label={texts.pages}
      />
    </div>
  );
}

/** How many of what the figure counts are not shown, and why. */
function LeftOut({ data }: { readonly data: RowsPage }): ReactElement {
  const { rows: texts } = useTexts(planTexts).goal;
  const { language } = useLanguage();
  const all = formatNumber(data.outside + data.restricted + data.total, language);
  const said = (count: number, forms: CountForms): ReactElement | false =>
    count > 0 && (
      <p className="quiet">
        {fill(countForm(language, count, forms), { outside: formatNumber(count, language), all })}
      </p>
    );
  return (
    <>
      {said(data.outside, texts.outside)}
      {said(data.restricted, texts.restricted)}
    </>
  );
}

/** How advertising protection is said of a company: yes, no, or not known. */
type AdvertisingWords = { readonly yes: string; readonly no: string; readonly unknown: string };

function Rows({ data, goal, asked, onAsk }: Props): ReactElement {
  const { rows: texts } = useTexts(planTexts).goal;
  const { language } = useLanguage();
  const both = useBoth();
  const words = texts.advertising;
  const columns = useMemo(
    () => data.columns.map((column) => columnDef(column, { language, words })),
    [data.columns, language, words],
  );
  const isSortable = (id: string): boolean => data.columns.find((column) => column.id === id)?.sortable ?? false;
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
                sortable={isSortable(header.id)}
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

type Said = { readonly language: Language; readonly words: AdvertisingWords };

function columnDef({ id, label, type }: Column, said: Said): ColumnDef<typeof features, Row> {
  return { id, accessorFn: (row) => shown(row[id] ?? null, type, said), header: label[said.language] };
}

function protection(value: Row[string], words: AdvertisingWords): string {
  return value === 1 ? words.yes : value === 0 ? words.no : words.unknown;
}

function shown(value: Row[string], type: Column["type"], { language, words }: Said): string {
  if (type === "advertising") return protection(value ?? null, words);
  if (value === null || value === undefined) return NO_VALUE;
  if (type === "day") return formatDay(String(value), language);
  return typeof value === "number" ? formatNumber(value, language, Number.isInteger(value) ? 0 : 1) : value;
}

function saveRows({ columns, rows }: RowsPage, goal: string, { language, words }: Said): void {
  const cellOf = (row: Row, { id, type }: Column) =>
    type === "advertising" ? protection(row[id] ?? null, words) : (row[id] ?? null);
  const head = columns.map(({ label }) => label[language]);
  saveCsv(`${goal}.csv`, [head, ...rows.map((row) => columns.map((column) => cellOf(row, column)))]);
}
