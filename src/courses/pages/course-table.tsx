import { Table } from "@navikt/ds-react";
import type { ReactElement } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { NO_VALUE } from "../../platform/texts/format.ts";
import { AppLink } from "../../platform/ui/app-link.tsx";
import { ScrollBox } from "../../platform/ui/scroll-box.tsx";
import { useBoth, useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { CourseList } from "../contract.ts";
import { type CourseSearch, nextOrder } from "./course-search.ts";
import { courseTexts } from "./course-texts.ts";
import { shownText } from "./shown-value.ts";

type Props = {
  readonly data: CourseList;
  readonly search: CourseSearch;
  readonly go: (change: CourseSearch) => void;
};

/** A page of a group, one line a citizen. The server sorts and pages. */
export function CourseTable({ data, search, go }: Props): ReactElement {
  const { list: texts } = useTexts(courseTexts);
  const both = useBoth();
  const sort = { orderBy: data.sort, direction: data.descending ? "descending" : "ascending" } as const;
  return (
    <ScrollBox name={both(data.label)}>
      <Table size="small" sort={sort} onSortChange={(column) => go({ orden: nextOrder(search.orden, column) })}>
        <caption className="aksel-sr-only">{both(data.label)}</caption>
        <Table.Header>
          <Table.Row>
            <Table.ColumnHeader scope="col">{texts.id}</Table.ColumnHeader>
            {data.columns.map(({ id, label, isNumber }) => (
              <Table.ColumnHeader key={id} scope="col" sortable sortKey={id} className={isNumber ? "number" : ""}>
                {both(label)}
              </Table.ColumnHeader>
            ))}
            <Table.ColumnHeader scope="col">{texts.staff}</Table.ColumnHeader>
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {data.rows.map((row) => (
            <Line key={row.citizen} data={data} row={row} />
          ))}
        </Table.Body>
      </Table>
    </ScrollBox>
  );
}

function Line({ data, row }: { readonly data: CourseList; readonly row: CourseList["rows"][number] }): ReactElement {
  const { list: texts, part } = useTexts(courseTexts);
  const { language } = useLanguage();
  const { citizen, name, isProtected, isRestricted, staff, cells } = row;
  return (
    <Table.Row>
      <Table.DataCell>
        <AppLink to="/borgere/$citizen" params={{ citizen }} walk>
          {name ?? (isProtected ? fill(texts.protected, { id: citizen }) : citizen)}
        </AppLink>
        {isRestricted && ` · ${texts.restricted}`}
      </Table.DataCell>
      {data.columns.map(({ id, isNumber, isDeadline }) => {
        const value = cells[id] ?? null;
        const isLate = isDeadline && value !== null && "day" in value && value.day < data.on;
        return (
          <Table.DataCell key={id} className={isNumber ? "number" : ""}>
            <span className={isLate ? "course-danger" : ""}>{shownText(value, language)}</span>
            {isLate && <span className="aksel-sr-only">{` ${part.late}`}</span>}
          </Table.DataCell>
        );
      })}
      <Table.DataCell>{staff ?? NO_VALUE}</Table.DataCell>
    </Table.Row>
  );
}
