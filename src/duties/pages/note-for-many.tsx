import { TextField } from "@navikt/ds-react";
import { type FormEvent, type ReactElement, useState } from "react";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { useDraft } from "../../platform/ui/use-draft.ts";
import { useTexts } from "../../platform/ui/use-language.tsx";
import { dutyTexts } from "./duty-texts.ts";
import { ManyAnswer, ManyButtons } from "./many-parts.tsx";
import { NEW_REMINDER, ReminderChoices } from "./reminder-form.tsx";
import { useMany } from "./use-many.ts";

type Props = { readonly citizens: readonly string[]; readonly onClose: () => void };

/** Writes the same note or reminder about some citizens. What is typed is kept in this browser until it is saved. */
export function NoteForMany({ citizens, onClose }: Props): ReactElement {
  const { reminder: texts, many } = useTexts(dutyTexts);
  const draft = useDraft("springbraet.draft.reminder.many");
  const [values, setValues] = useState(NEW_REMINDER);
  const [isTried, setTried] = useState(false);
  const deed = useMany({ path: "/my-day/reminders", made: "reminders" });
  const isMissing = draft.text.trim() === "";
  const send = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (isMissing) return;
    const { day, mark, isShared } = values;
    const asked = { citizens, text: draft.text.trim(), day, mark, isShared };
    deed.send.mutate(asked, { onSuccess: () => draft.write("") });
  };
  if (deed.answer) return <ManyAnswer deed={deed} onClose={onClose} />;
  return (
    <form className="reminder-form" onSubmit={send} noValidate aria-label={many.note}>
      <TextField
        size="small"
        className="reminder-text"
        label={texts.text}
        value={draft.text}
        maxLength={300}
        autoComplete="off"
        error={isTried && isMissing ? texts.missing : undefined}
        onChange={(event) => draft.write(event.target.value)}
      />
      <ReminderChoices values={values} onChange={setValues} />
      {deed.send.error && <ProblemMessage error={deed.send.error} />}
      <ManyButtons save={texts.save} busy={deed.send.isPending} onClose={onClose} />
    </form>
  );
}
