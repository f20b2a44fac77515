import { Button, Heading } from "@navikt/ds-react";
import { useMutation } from "@tanstack/react-query";
import { type ReactElement, useState } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { post } from "../../platform/ui/api.ts";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { useTexts } from "../../platform/ui/use-language.tsx";
import type { CitizenScreening, ShownConclusion, ShownScreening } from "../contract.ts";
import { ConclusionForm } from "./conclusion-form.tsx";
import { screeningTexts } from "./screening-texts.ts";
import { sentences, useScreeningWords } from "./use-screening-words.ts";

type Props = {
  readonly citizen: string;
  readonly screening: ShownScreening;
  readonly mayWrite: boolean;
  readonly onDone: (next: CitizenScreening, message: string) => void;
};

/** What the caseworker concluded, what the rule said that day, the early effort, and the form. */
export function ConclusionPart({ citizen, screening, mayWrite, onDone }: Props): ReactElement {
  const texts = useTexts(screeningTexts);
  const { both } = useScreeningWords();
  const [isOpen, setOpen] = useState(screening.conclusion === null);
  const { conclusion } = screening;
  return (
    <>
      <Heading level="3" size="xsmall">
        {texts.conclude.title}
      </Heading>
      {conclusion ? <Concluded conclusion={conclusion} /> : <p className="quiet">{texts.notConcluded}</p>}
      {conclusion?.conclusion === "i_risiko" && (
        <>
          <p className="screening-sub">{texts.leadsTo}</p>
          <ul className="screening-steps">
            {screening.leadsTo.map((text) => (
              <li key={text.da}>{both(text)}</li>
            ))}
          </ul>
        </>
      )}
      {mayWrite && conclusion && (
        <div className="screening-tools no-print">
          {!isOpen && (
            <Button size="small" variant="secondary" onClick={() => setOpen(true)}>
              {texts.archetype.change}
            </Button>
          )}
          <TakeBack conclusion={conclusion} onDone={(next) => onDone(next, texts.conclude.gone)} />
        </div>
      )}
      {mayWrite && isOpen && (
        <ConclusionForm
          citizen={citizen}
          screening={screening}
          onDone={(next) => onDone(next, texts.conclude.saved)}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

function Concluded({ conclusion }: { readonly conclusion: ShownConclusion }): ReactElement {
  const { conclude: texts } = useTexts(screeningTexts);
  const { concluded, day } = useScreeningWords();
  const { ruleSaid, reason, effortFrom } = conclusion;
  const effort = effortFrom === null ? texts.noEffort : fill(texts.effortFrom, { day: day(effortFrom) });
  const parts = [
    concluded(conclusion),
    ...(ruleSaid ? [texts.ruleThen[ruleSaid]] : []),
    ...(conclusion.conclusion === "i_risiko" ? [effort] : []),
  ];
  return (
    <p>
      <strong>{sentences(parts)}</strong>
      {reason !== "" && <span className="screening-line">{fill(texts.because, { reason })}</span>}
    </p>
  );
}

type TakeBackProps = { readonly conclusion: ShownConclusion; readonly onDone: (next: CitizenScreening) => void };

function TakeBack({ conclusion, onDone }: TakeBackProps): ReactElement {
  const { conclude: texts } = useTexts(screeningTexts);
  const gone = useMutation({
    mutationFn: () =>
      post<CitizenScreening>(`/screening-conclusions/${encodeURIComponent(conclusion.id)}/gone`, {
        version: conclusion.version,
      }),
    onSuccess: onDone,
  });
  return (
    <>
      <Button size="small" variant="tertiary" loading={gone.isPending} onClick={() => gone.mutate()}>
        {texts.takeBack}
      </Button>
      {gone.error && <ProblemMessage error={gone.error} />}
    </>
  );
}
