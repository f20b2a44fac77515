import { Table, Tag } from "@navikt/ds-react";
import type { ReactElement, ReactNode } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { formatDay, formatNumber, NO_VALUE } from "../../platform/texts/format.ts";
import { AppLink } from "../../platform/ui/app-link.tsx";
import { PageChoice } from "../../platform/ui/page-choice.tsx";
import { ScrollBox } from "../../platform/ui/scroll-box.tsx";
import { useBoth, useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { CitizenList, CitizenRow } from "../contract.ts";
import { citizenTexts } from "./citizen-texts.ts";
import { type ListSearch, nextOrder } from "./list-search.ts";
import type { ColumnId } from "./use-columns.ts";

type Props = {
  readonly data: CitizenList;
  readonly search: ListSearch;
  readonly columns: readonly ColumnId[];
  readonly onChoose: (chosen: Partial<ListSearch>) => void;
};

/** Columns the records can be sorted by, and by what. */
const SORTED: Partial<Record<ColumnId, string>> = {
  name: "name",
  id: "id",
  age: "age",
  benefit: "benefit",
  targetGroup: "targetGroup",
  since: "since",
  unit: "unit",
};
const NUMBERS: readonly ColumnId[] = ["age", "weeks"];

/** A page of citizens, one line each. The server sorts and pages. */
export function ListTable({ data, search, columns, onChoose }: Props): ReactElement {
  const { list: texts, columns: names } = useTexts(citizenTexts);
  const caption = fill(texts.table, { page: data.page });
  const order = search.orden.replace(/^-/, "");
  const sort = { orderBy: order, direction: search.orden.startsWith("-") ? "descending" : "ascending" } as const;
  return (
    <>
      <ScrollBox name={caption}>
        <Table
          size="small"
          {...(order === "" ? {} : { sort })}
          onSortChange={(column) => onChoose({ orden: nextOrder(search.orden, column) })}
        >
          <caption className="aksel-sr-only">{caption}</caption>
          <Table.Header>
            <Table.Row>
              {columns.map((column) => (
                <Table.ColumnHeader
                  key={column}
                  scope="col"
                  className={NUMBERS.includes(column) ? "number" : ""}
                  {...(SORTED[column] ? { sortable: true, sortKey: SORTED[column] } : {})}
                >
                  {names[column]}
                </Table.ColumnHeader>
              ))}
            </Table.Row>
          </Table.Header>
          <Table.Body>
            {data.rows.map((row) => (
              <Line key={row.id} row={row} columns={columns} />
            ))}
          </Table.Body>
        </Table>
      </ScrollBox>
      <PageChoice
        total={data.total}
        pageSize={data.pageSize}
        page={data.page}
        onPage={(page) => onChoose({ side: page === 1 ? "" : String(page) })}
      />
    </>
  );
}

function Line({ row, columns }: { readonly row: CitizenRow; readonly columns: readonly ColumnId[] }): ReactElement {
  return (
    <Table.Row>
      {columns.map((column) => (
        <Table.DataCell key={column} className={NUMBERS.includes(column) ? "number" : ""}>
          <Cell row={row} column={column} />
        </Table.DataCell>
      ))}
    </Table.Row>
  );
}

function Cell({ row, column }: { readonly row: CitizenRow; readonly column: ColumnId }): ReactNode {
  const { list: texts } = useTexts(citizenTexts);
  const { language } = useLanguage();
  const both = useBoth();
  const cells: Record<ColumnId, () => ReactNode> = {
    name: () => (
      <>
        <AppLink to="/borgere/$citizen" params={{ citizen: row.id }} walk>
          {row.protected ? (
            <Tag size="xsmall" data-color="warning" variant="outline">
              {texts.hidden}
            </Tag>
          ) : (
            (row.name ?? row.id)
          )}
        </AppLink>
        {row.restricted && (
          <Tag className="citizens-mark" size="xsmall" data-color="danger" variant="outline">
            {texts.restricted}
          </Tag>
        )}
      </>
    ),
    id: () => row.id,
    age: () => (row.age === null ? NO_VALUE : formatNumber(row.age, language)),
    benefit: () => row.benefits.map(({ label }) => both(label)).join(", ") || NO_VALUE,
    targetGroup: () => (row.targetGroup ? both(row.targetGroup.label) : NO_VALUE),
    since: () => (row.since ? formatDay(row.since, language) : NO_VALUE),
    weeks: () => (row.weeks === null ? NO_VALUE : formatNumber(row.weeks, language)),
    unit: () => row.unit?.name ?? row.unit?.id ?? NO_VALUE,
    staff: () => row.staff?.name ?? row.staff?.id ?? NO_VALUE,
  };
  return cells[column]();
}
