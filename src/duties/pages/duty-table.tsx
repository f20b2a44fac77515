import { Checkbox, Table } from "@navikt/ds-react";
import type { ReactElement, ReactNode } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { formatDay, NO_VALUE } from "../../platform/texts/format.ts";
import { AppLink } from "../../platform/ui/app-link.tsx";
import { ScrollBox } from "../../platform/ui/scroll-box.tsx";
import { useBoth, useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { DayColumn } from "../columns.ts";
import type { DutyLine } from "../day.ts";
import { dutyTexts } from "./duty-texts.ts";
import { DutyWhy } from "./duty-why.tsx";
import type { Chosen } from "./use-chosen.ts";

type Props = {
  readonly lines: readonly DutyLine[];
  readonly columns: readonly DayColumn[];
  /** Which lines are chosen, where something can be done with them. */
  readonly chosen?: Chosen;
};

/** Duties as lines, each opening to why it is one; where something can be done with them they can be chosen. */
export function DutyTable({ lines, columns, chosen }: Props): ReactElement {
  const { day: texts, why, columns: names, many } = useTexts(dutyTexts);
  return (
    <ScrollBox name={texts.dutiesTitle}>
      <Table size="small">
        <caption className="aksel-sr-only">{texts.dutiesTitle}</caption>
        <Table.Header>
          <Table.Row>
            <Table.HeaderCell>
              <span className="aksel-sr-only">{why.title}</span>
            </Table.HeaderCell>
            {chosen && (
              <Table.ColumnHeader scope="col">
                <Checkbox
                  size="small"
                  hideLabel
                  checked={chosen.isAll}
                  indeterminate={chosen.count > 0 && !chosen.isAll}
                  onChange={chosen.toggleAll}
                >
                  {many.chooseAll}
                </Checkbox>
              </Table.ColumnHeader>
            )}
            {columns.map((column) => (
              <Table.ColumnHeader key={column} scope="col">
                {names[column]}
              </Table.ColumnHeader>
            ))}
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {lines.map((line) => (
            <Line key={line.id} line={line} columns={columns} chosen={chosen} />
          ))}
        </Table.Body>
      </Table>
    </ScrollBox>
  );
}

type LineProps = Omit<Props, "lines" | "chosen"> & {
  readonly line: DutyLine;
  readonly chosen: Chosen | undefined;
};

function Line({ line, columns, chosen }: LineProps): ReactElement {
  const { many } = useTexts(dutyTexts);
  const whose = useWhose();
  const both = useBoth();
  const isChosen = chosen?.has(line.id) ?? false;
  return (
    <Table.ExpandableRow content={<DutyWhy why={line.why} />} togglePlacement="left" selected={isChosen}>
      {chosen && (
        <Table.DataCell>
          <Checkbox size="small" hideLabel checked={isChosen} onChange={() => chosen.toggle(line.id)}>
            {fill(many.choose, { name: whose(line), what: both(line.what) })}
          </Checkbox>
        </Table.DataCell>
      )}
      {columns.map((column) => (
        <Table.DataCell
          key={column}
          className={column === "status" && line.status === "overdue" ? "duty-late" : undefined}
        >
          <Cell line={line} column={column} />
        </Table.DataCell>
      ))}
    </Table.ExpandableRow>
  );
}

function Cell({ line, column }: { readonly line: DutyLine; readonly column: DayColumn }): ReactNode {
  const { day: texts, status } = useTexts(dutyTexts);
  const { language } = useLanguage();
  const both = useBoth();
  const whose = useWhose();
  const day = (iso: string | null): string => (iso === null ? NO_VALUE : formatDay(iso, language));
  const progress = fill(texts.counted, { counted: line.counted, needed: line.needed });
  const late = line.lateSince === null ? "" : ` ${fill(texts.lateSince, { day: day(line.lateSince) })}`;
  const cells: Readonly<Record<DayColumn, () => ReactNode>> = {
    due: () => day(line.due),
    citizen: () => (
      <AppLink to="/borgere/$citizen" params={{ citizen: line.citizen }} walk>
        {whose(line)}
      </AppLink>
    ),
    what: () =>
      `${both(line.what)}${line.needed > 1 ? ` (${progress})` : ""}${line.isRestricted ? ` · ${texts.restricted}` : ""}`,
    status: () => `${status[line.status]}${late}`,
    booked: () => (line.booked === null ? texts.notBooked : day(line.booked)),
    rule: () => line.why.rule,
    paragraph: () => line.why.paragraph,
    late: () => day(line.lateSince),
    progress: () => progress,
    unit: () => line.unitName ?? NO_VALUE,
    staff: () => line.staffName ?? NO_VALUE,
  };
  return cells[column]();
}

/** What the citizen of a line is called. */
function useWhose(): (line: DutyLine) => string {
  const { day: texts } = useTexts(dutyTexts);
  return ({ name, isProtected, citizen }) => name ?? (isProtected ? fill(texts.protected, { id: citizen }) : citizen);
}
