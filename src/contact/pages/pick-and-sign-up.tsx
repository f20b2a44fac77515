import { Button, Heading, TextField } from "@navikt/ds-react";
import { type ReactElement, useState } from "react";
import { useCitizenFinds } from "../../citizens/web.tsx";
import { fill } from "../../platform/texts/catalogue.ts";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { useTexts } from "../../platform/ui/use-language.tsx";
import type { Meeting } from "../meeting-contract.ts";
import { LetterField } from "./booking-fields.tsx";
import type { LetterChoice } from "./booking-values.ts";
import { contactTexts } from "./contact-texts.ts";
import { EachAnswer } from "./each-answer.tsx";
import { FormActions } from "./form-actions.tsx";
import { meetingTexts } from "./meeting-texts.ts";
import { sending } from "./sending.ts";
import { useSignUp } from "./use-sign-up.ts";

type Person = { readonly id: string; readonly label: string };
type Props = { readonly meeting: Meeting; readonly onClose: () => void };

/** Finds citizens and signs them up for a meeting, some at once. */
export function PickAndSignUp({ meeting, onClose }: Props): ReactElement {
  const { signUp: texts } = useTexts(meetingTexts);
  const { letters } = useTexts(contactTexts);
  const [chosen, setChosen] = useState<readonly Person[]>([]);
  const [letter, setLetter] = useState<LetterChoice>("da");
  const [isTried, setTried] = useState(false);
  const { signUp, undo, answer, mayUndo, close } = useSignUp(() => setChosen([]));
  const send = (): void => {
    setTried(true);
    if (chosen.length > 0) signUp.mutate({ meeting: meeting.id, citizens: chosen.map(({ id }) => id), letter });
  };
  const finish = (): void => {
    close();
    onClose();
  };
  if (answer)
    return (
      <EachAnswer
        key={String(mayUndo)}
        answer={answer}
        isUndone={!mayUndo}
        onUndo={mayUndo ? () => undo.mutate() : undefined}
        busy={undo.isPending}
        onClose={finish}
      />
    );
  return (
    <form className="no-print" onSubmit={sending(send)} noValidate aria-label={texts.title}>
      <Heading level="2" size="xsmall">
        {texts.title}
      </Heading>
      <Picker
        chosen={chosen}
        onChoose={setChosen}
        error={isTried && chosen.length === 0 ? texts.noneChosen : undefined}
      />
      <div className="booking-fields">
        <LetterField value={letter} help={letters.choiceHelp} error={undefined} onChoose={setLetter} />
      </div>
      {signUp.error && <ProblemMessage error={signUp.error} />}
      <FormActions save={texts.save} busy={signUp.isPending} onClose={onClose} />
    </form>
  );
}

type PickerProps = {
  readonly chosen: readonly Person[];
  readonly onChoose: (chosen: readonly Person[]) => void;
  readonly error: string | undefined;
};

function Picker({ chosen, onChoose, error }: PickerProps): ReactElement {
  const { signUp: texts } = useTexts(meetingTexts);
  const [text, setText] = useState("");
  const found = useCitizenFinds(text, true).filter(({ id }) => !chosen.some((one) => one.id === id));
  const add = (one: Person): void => {
    onChoose([...chosen, one]);
    setText("");
  };
  return (
    <div className="booking-fields">
      <div>
        <TextField
          size="small"
          label={texts.find}
          value={text}
          error={error}
          autoComplete="off"
          onChange={(event) => setText(event.target.value)}
        />
        <People label={texts.found} people={found} say={(name) => fill(texts.add, { name })} onPress={add} />
      </div>
      <People
        label={texts.chosen}
        people={chosen}
        say={(name) => fill(texts.remove, { name })}
        onPress={({ id }) => onChoose(chosen.filter((one) => one.id !== id))}
      />
    </div>
  );
}

type PeopleProps = {
  readonly label: string;
  readonly people: readonly Person[];
  readonly say: (name: string) => string;
  readonly onPress: (one: Person) => void;
};

function People({ label, people, say, onPress }: PeopleProps): ReactElement | null {
  if (people.length === 0) return null;
  return (
    <ul className="contact-list" aria-label={label}>
      {people.map((one) => (
        <li key={one.id}>
          <Button type="button" size="xsmall" variant="tertiary" onClick={() => onPress(one)}>
            {say(one.label)}
          </Button>
        </li>
      ))}
    </ul>
  );
}
