import { Heading } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { formatDay } from "../../platform/texts/format.ts";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { SkeletonLines } from "../../platform/ui/skeleton-lines.tsx";
import { useBoth, useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import { timeText } from "../clock.ts";
import type { EachDone } from "../contract.ts";
import type { Meeting } from "../meeting-contract.ts";
import { Choice, LetterField } from "./booking-fields.tsx";
import type { LetterChoice } from "./booking-values.ts";
import { contactTexts } from "./contact-texts.ts";
import { EachAnswer } from "./each-answer.tsx";
import { FormActions } from "./form-actions.tsx";
import { meetingsQuery } from "./meeting-queries.ts";
import { meetingTexts } from "./meeting-texts.ts";
import { sending } from "./sending.ts";
import { useSignUp } from "./use-sign-up.ts";
import "./contact.css";

type Props = {
  readonly citizens: readonly string[];
  readonly onDone?: (answer: EachDone) => void;
  readonly onClose: () => void;
};

/** Signs citizens up for one of the coming meetings that have room, and says for each what came of it. */
export function SignUpForm({ citizens, onDone, onClose }: Props): ReactElement {
  const { signUp: texts } = useTexts(meetingTexts);
  const { letters } = useTexts(contactTexts);
  const [meeting, setMeeting] = useState("");
  const [letter, setLetter] = useState<LetterChoice>("da");
  const [isTried, setTried] = useState(false);
  const { data, error } = useQuery(meetingsQuery({ plads: "ja" }));
  const { signUp, undo, answer, mayUndo, close } = useSignUp(onDone);
  const send = (): void => {
    setTried(true);
    if (meeting !== "") signUp.mutate({ meeting, citizens, letter });
  };
  if (answer)
    return (
      <EachAnswer
        key={String(mayUndo)}
        answer={answer}
        isUndone={!mayUndo}
        onUndo={mayUndo ? () => undo.mutate() : undefined}
        busy={undo.isPending}
        onClose={() => {
          close();
          onClose();
        }}
      />
    );
  return (
    <form className="sign-up no-print" onSubmit={sending(send)} noValidate aria-label={texts.title}>
      <Heading level="3" size="xsmall">
        {texts.title}
      </Heading>
      {error && <ProblemMessage error={error} />}
      {!data && !error && <SkeletonLines lines={2} />}
      {data?.total === 0 && <p>{texts.none}</p>}
      {data && data.total > 0 && (
        <div className="booking-fields">
          <MeetingChoice
            meetings={data.meetings}
            value={meeting}
            error={isTried && meeting === "" ? texts.chooseMissing : undefined}
            onChoose={setMeeting}
          />
          <LetterField value={letter} help={letters.choiceHelp} error={undefined} onChoose={setLetter} />
        </div>
      )}
      {signUp.error && <ProblemMessage error={signUp.error} />}
      <FormActions save={texts.save} busy={signUp.isPending} onClose={onClose} />
    </form>
  );
}

type ChoiceProps = {
  readonly meetings: readonly Meeting[];
  readonly value: string;
  readonly error: string | undefined;
  readonly onChoose: (id: string) => void;
};

function MeetingChoice({ meetings, value, error, onChoose }: ChoiceProps): ReactElement {
  const { signUp: texts } = useTexts(meetingTexts);
  const { language } = useLanguage();
  const both = useBoth();
  const options = meetings.map((one) => ({
    code: one.id,
    name: fill(texts.option, {
      day: formatDay(one.day, language),
      time: timeText(one.starts),
      subject: one.subject,
      language: both(one.languageLabel),
      left: one.room - one.taken,
    }),
  }));
  return (
    <Choice
      label={texts.meeting}
      value={value}
      error={error}
      options={[{ code: "", name: texts.choose }, ...options]}
      onChoose={onChoose}
    />
  );
}
