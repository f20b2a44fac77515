import { Button } from "@navikt/ds-react";
import { type ReactElement, useState } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { AppLink } from "../../platform/ui/app-link.tsx";
import { SmallTable } from "../../platform/ui/small-table.tsx";
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
    <>
      <SmallTable
        name={texts.title}
        head={[texts.time, texts.citizen, texts.what, texts.state]}
        rows={shown.map((one) => ({
          key: one.id,
          cells: [
            [one.starts, one.starts + one.minutes].map(timeText).join("-"),
            <AppLink key="citizen" to="/borgere/$citizen" params={{ citizen: one.citizen }}>
              {one.name ?? (one.isProtected ? fill(texts.protected, { id: one.citizen }) : one.citizen)}
            </AppLink>,
            [
              both(one.kindLabel),
              both(one.formLabel),
              ...(one.isDuty ? [part.duty] : []),
              ...(restricted.includes(one.citizen) ? [texts.restricted] : []),
            ].join(" · "),
            states[one.state],
          ],
        }))}
      />
      {shown.length < appointments.length && (
        <Button className="no-print" size="xsmall" variant="tertiary" onClick={() => setWhole(true)}>
          {fill(texts.more, { count: appointments.length - shown.length })}
        </Button>
      )}
    </>
  );
}
