import { Table } from "@navikt/ds-react";
import type { ReactElement } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { formatDay, NO_VALUE } from "../../platform/texts/format.ts";
import { AppLink } from "../../platform/ui/app-link.tsx";
import { ScrollBox } from "../../platform/ui/scroll-box.tsx";
import { useBoth, useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { DutyLine } from "../day.ts";
import { dutyTexts } from "./duty-texts.ts";
import { DutyWhy } from "./duty-why.tsx";

type Props = {
  readonly lines: readonly DutyLine[];
  /** Does each line say whose it is? On the citizen's own page it does not. */
  readonly named?: boolean;
};

/** Duties as lines, each opening to why it is one. */
export function DutyTable({ lines, named = true }: Props): ReactElement {
  const { day: texts, why } = useTexts(dutyTexts);
  const head = [texts.due, ...(named ? [texts.citizen] : []), texts.what, texts.status, texts.bookedOn];
  return (
    <ScrollBox name={texts.dutiesTitle}>
      <Table size="small">
        <caption className="aksel-sr-only">{texts.dutiesTitle}</caption>
        <Table.Header>
          <Table.Row>
            <Table.HeaderCell>
              <span className="aksel-sr-only">{why.title}</span>
            </Table.HeaderCell>
            {head.map((name) => (
              <Table.ColumnHeader key={name} scope="col">
                {name}
              </Table.ColumnHeader>
            ))}
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {lines.map((line) => (
            <Line key={line.id} line={line} named={named} />
          ))}
        </Table.Body>
      </Table>
    </ScrollBox>
  );
}

function Line({ line, named }: { readonly line: DutyLine; readonly named: boolean }): ReactElement {
  const { day: texts, status } = useTexts(dutyTexts);
  const { language } = useLanguage();
  const both = useBoth();
  const day = (iso: string | null): string => (iso === null ? NO_VALUE : formatDay(iso, language));
  const progress = line.needed > 1 ? ` (${fill(texts.counted, { counted: line.counted, needed: line.needed })})` : "";
  const late = line.lateSince === null ? "" : ` ${fill(texts.lateSince, { day: day(line.lateSince) })}`;
  return (
    <Table.ExpandableRow content={<DutyWhy why={line.why} />} togglePlacement="left">
      <Table.DataCell>{day(line.due)}</Table.DataCell>
      {named && (
        <Table.DataCell>
          <AppLink to="/borgere/$citizen" params={{ citizen: line.citizen }} walk>
            {line.name ?? (line.isProtected ? fill(texts.protected, { id: line.citizen }) : line.citizen)}
          </AppLink>
        </Table.DataCell>
      )}
      <Table.DataCell>{`${both(line.what)}${progress}${line.isRestricted ? ` · ${texts.restricted}` : ""}`}</Table.DataCell>
      <Table.DataCell className={line.status === "overdue" ? "duty-late" : undefined}>
        {`${status[line.status]}${late}`}
      </Table.DataCell>
      <Table.DataCell>{line.booked === null ? texts.notBooked : day(line.booked)}</Table.DataCell>
    </Table.ExpandableRow>
  );
}
