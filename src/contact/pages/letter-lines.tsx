import { Button, Link } from "@navikt/ds-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ReactElement } from "react";
import { fill, textOf } from "../../platform/texts/catalogue.ts";
import { formatMoment } from "../../platform/texts/format.ts";
import { apiUrl, post } from "../../platform/ui/api.ts";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { useBoth, useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { Letter } from "../contract.ts";
import { contactTexts } from "./contact-texts.ts";

type Props = {
  readonly letters: readonly Letter[];
  /** May the reader do something with them? */
  readonly mayWrite: boolean;
};

/** What the citizen was written about an appointment: how each letter goes, how far it is, and what can be done with it. */
export function LetterLines({ letters, mayWrite }: Props): ReactElement | null {
  const { letters: texts } = useTexts(contactTexts);
  if (letters.length === 0) return null;
  return (
    <ul className="contact-letters" aria-label={texts.title}>
      {letters.map((letter) => (
        <li key={`${letter.id} ${letter.version}`}>
          <LetterLine letter={letter} mayWrite={mayWrite} />
        </li>
      ))}
    </ul>
  );
}

/** One letter: what it is, how far it is, the page of paper, and what can be done. A failed one says why and what to do. */
export function LetterLine({
  letter,
  mayWrite,
}: {
  readonly letter: Letter;
  readonly mayWrite: boolean;
}): ReactElement {
  const { letters: texts } = useTexts(contactTexts);
  const { language } = useLanguage();
  const both = useBoth();
  const queries = useQueryClient();
  const { id, version, state, channel, fault, steps, changedAt } = letter;
  const step = useMutation({
    mutationFn: (wanted: Letter["steps"][number]) => post<Letter>(`/letters/${id}`, { step: wanted, version }),
    onSuccess: () => queries.invalidateQueries(),
  });
  const stage = state === "sent" && channel === "digital_post" ? "handed_over" : state;
  const how = fill(texts.states[stage], { channel: texts.channels[channel], when: formatMoment(changedAt, language) });
  return (
    <>
      <span className={state === "failed" ? "contact-failed" : undefined}>
        {fill(texts.line, { letter: both(letter.label), language: texts.languages[letter.language], how })}
      </span>
      {fault !== null && <span> {textOf(texts.faults, fault)}</span>}{" "}
      <Link href={apiUrl(`/letters/${id}/pdf`)} target="_blank" rel="noreferrer">
        {texts.open}
      </Link>
      {mayWrite && steps.length > 0 && (
        <span className="contact-steps no-print">
          {steps.map((wanted) => (
            <Button
              key={wanted}
              size="xsmall"
              variant="tertiary"
              loading={step.isPending && step.variables === wanted}
              onClick={() => step.mutate(wanted)}
            >
              {texts.steps[wanted]}
            </Button>
          ))}
        </span>
      )}
      {step.error && <ProblemMessage error={step.error} again={() => void queries.invalidateQueries()} />}
    </>
  );
}
