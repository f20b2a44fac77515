import { Button, Table } from "@navikt/ds-react";
import { type ReactElement, useState } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { AppLink } from "../../platform/ui/app-link.tsx";
import { ScrollBox } from "../../platform/ui/scroll-box.tsx";
import { useBoth, useTexts } from "../../platform/ui/use-language.tsx";
import { timeText } from "../clock.ts";
import type { Appointment } from "../contract.ts";
import { contactTexts } from "./contact-texts.ts";
import "./contact.css";

type Props = {
  readonly appointments: readonly Appointment[];
  /** Citizens among them whose data may only be stored. */
  readonly restricted: readonly string[];
};

/** As many meetings as one member of staff holds in a day; a whole unit has more. */
const FEW = 12;

/** The meetings of a day, each with the way to its citizen. */
export function CalendarTable({ appointments, restricted }: Props): ReactElement {
  const { calendar: texts, part, states } = useTexts(contactTexts);
  const both = useBoth();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? appointments : appointments.slice(0, FEW);
  if (appointments.length === 0) return <p className="quiet">{texts.none}</p>;
  return (
    <ScrollBox name={texts.title}>
      <Table size="small">
        <caption className="aksel-sr-only">{texts.title}</caption>
        <Table.Header>
          <Table.Row>
            {[texts.time, texts.citizen, texts.what, texts.state].map((name) => (
              <Table.ColumnHeader key={name} scope="col">
                {name}
              </Table.ColumnHeader>
            ))}
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {shown.map((one) => (
            <Table.Row key={one.id}>
              <Table.DataCell>{[one.starts, one.starts + one.minutes].map(timeText).join("-")}</Table.DataCell>
              <Table.DataCell>
                <AppLink to="/borgere/$citizen" params={{ citizen: one.citizen }}>
                  {one.name ?? (one.isProtected ? fill(texts.protected, { id: one.citizen }) : one.citizen)}
                </AppLink>
              </Table.DataCell>
              <Table.DataCell>
                {[
                  both(one.kindLabel),
                  both(one.formLabel),
                  ...(one.isDuty ? [part.duty] : []),
                  ...(restricted.includes(one.citizen) ? [texts.restricted] : []),
                ].join(" · ")}
              </Table.DataCell>
              <Table.DataCell>{states[one.state]}</Table.DataCell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
      {shown.length < appointments.length && (
        <Button className="no-print" size="xsmall" variant="tertiary" onClick={() => setWhole(true)}>
          {fill(texts.more, { count: appointments.length - shown.length })}
        </Button>
      )}
    </ScrollBox>
  );
}
