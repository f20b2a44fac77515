import { Button, Checkbox } from "@navikt/ds-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { formatDay } from "../../platform/texts/format.ts";
import { patch } from "../../platform/ui/api.ts";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { Reminder } from "../follow.ts";
import { dutyTexts } from "./duty-texts.ts";
import { ReminderForm } from "./reminder-form.tsx";
import { Whose } from "./whose.tsx";

type Props = {
  readonly reminder: Reminder;
  /** The day it is, ISO. */
  readonly on: string;
  readonly mayWrite: boolean;
  /** Does the line say whom it is about? */
  readonly named?: boolean;
};

/** A reminder: whom it is about, its mark in a word and a colour, when, and ticking it off. Others' shared ones can only be read. */
export function ReminderLine({ reminder, on, mayWrite, named = false }: Props): ReactElement {
  const isLate = reminder.day !== null && reminder.day < on && !reminder.isDone;
  return (
    <li className={`reminder reminder-${reminder.mark}`}>
      {named && <Whose line={reminder} />}{" "}
      <span className={reminder.isDone ? "reminder-done" : undefined}>{reminder.text}</span>{" "}
      <About reminder={reminder} isLate={isLate} />
      {mayWrite && reminder.isMine && <Tools reminder={reminder} />}
    </li>
  );
}

function About({ reminder, isLate }: { readonly reminder: Reminder; readonly isLate: boolean }): ReactElement {
  const { reminder: texts } = useTexts(dutyTexts);
  const { language } = useLanguage();
  const { day, mark, isShared, isMine, owner } = reminder;
  const about = [
    ...(day === null ? [] : [fill(isLate ? texts.lateOn : texts.on, { day: formatDay(day, language) })]),
    ...(mark === "none" ? [] : [texts.marks[mark]]),
    ...(isShared ? [isMine ? texts.isShared : fill(texts.sharedBy, { owner })] : []),
  ];
  return <span className={isLate ? "duty-late" : "quiet"}>{about.join(" · ")}</span>;
}

function Tools({ reminder }: { readonly reminder: Reminder }): ReactElement {
  const { reminder: texts } = useTexts(dutyTexts);
  const queries = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  const { id, text, day, mark, isShared, isDone, version } = reminder;
  const tick = useMutation({
    mutationFn: () => patch<Reminder>(`/reminders/${id}`, { text, day, mark, isShared, isDone: !isDone, version }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["duties"] }),
  });
  return (
    <>
      <span className="reminder-tools no-print">
        <Checkbox size="small" checked={isDone} onChange={() => tick.mutate()} disabled={tick.isPending}>
          {texts.done}
        </Checkbox>
        <Button size="xsmall" variant="tertiary" onClick={() => setOpen(!isOpen)} aria-expanded={isOpen}>
          {texts.change}
        </Button>
      </span>
      {tick.error && <ProblemMessage error={tick.error} />}
      {isOpen && <ReminderForm citizen={reminder.citizen} changed={reminder} onClose={() => setOpen(false)} />}
    </>
  );
}
