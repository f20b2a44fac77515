import { Button, Heading } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { SkeletonLines } from "../../platform/ui/skeleton-lines.tsx";
import { useTexts } from "../../platform/ui/use-language.tsx";
import { dutyTexts } from "./duty-texts.ts";
import { citizenDutiesQuery, remindersQuery } from "./queries.ts";
import { ReminderForm } from "./reminder-form.tsx";
import { ReminderLine } from "./reminder-line.tsx";
import "./my-day.css";

/** One's own short notes and reminders about a citizen, and those that others share. */
export function RemindersPart({ citizen }: { readonly citizen: string }): ReactElement {
  const { reminder: texts } = useTexts(dutyTexts);
  const { data, error, refetch } = useQuery(remindersQuery(citizen));
  const { data: duties } = useQuery(citizenDutiesQuery(citizen));
  const [isOpen, setOpen] = useState(false);
  return (
    <section className="part" id="noter">
      <Heading level="2" size="small">
        {texts.title}
      </Heading>
      {error && <ProblemMessage error={error} again={() => void refetch()} />}
      {!data && !error && <SkeletonLines lines={1} />}
      {data?.reminders.length === 0 && <p className="quiet">{texts.none}</p>}
      {data && data.reminders.length > 0 && (
        <ul className="duty-list">
          {data.reminders.map((one) => (
            <ReminderLine
              key={`${one.id} ${one.version}`}
              reminder={one}
              on={duties?.on ?? ""}
              mayWrite={data.may.write}
            />
          ))}
        </ul>
      )}
      {data?.may.write && !isOpen && (
        <Button className="no-print" size="small" variant="secondary" onClick={() => setOpen(true)}>
          {texts.add}
        </Button>
      )}
      {isOpen && <ReminderForm citizen={citizen} changed={null} onClose={() => setOpen(false)} />}
    </section>
  );
}
