import { Select } from "@navikt/ds-react";
import { type FormEvent, type ReactElement, useState } from "react";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { useTexts } from "../../platform/ui/use-language.tsx";
import { dutyTexts } from "./duty-texts.ts";
import { ManyAnswer, ManyButtons } from "./many-parts.tsx";
import { useMany } from "./use-many.ts";

type Props = { readonly citizens: readonly string[]; readonly onClose: () => void };

/** Writes to some citizens about their next conversation: an invitation, or a reminder to those who have one. */
export function LettersForMany({ citizens, onClose }: Props): ReactElement {
  const { many: texts } = useTexts(dutyTexts);
  const [language, setLanguage] = useState<"da" | "en">("da");
  const deed = useMany({ path: "/letters", made: "letters" });
  const send = (event: FormEvent): void => {
    event.preventDefault();
    deed.send.mutate({ citizens, language });
  };
  if (deed.answer) return <ManyAnswer deed={deed} onClose={onClose} />;
  return (
    <form className="reminder-form" onSubmit={send} noValidate aria-label={texts.letter}>
      <Select
        size="small"
        label={texts.language}
        description={texts.letterHelp}
        value={language}
        onChange={(event) => setLanguage(event.target.value === "en" ? "en" : "da")}
      >
        <option value="da">{texts.languages.da}</option>
        <option value="en">{texts.languages.en}</option>
      </Select>
      {deed.send.error && <ProblemMessage error={deed.send.error} />}
      <ManyButtons save={texts.send} busy={deed.send.isPending} onClose={onClose} />
    </form>
  );
}
