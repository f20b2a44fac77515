import { Button, Heading, InlineMessage, Radio, RadioGroup } from "@navikt/ds-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactElement, useState } from "react";
import { post } from "../../platform/ui/api.ts";
import { conflictOf } from "../../platform/ui/merge-fields.ts";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { useTexts } from "../../platform/ui/use-language.tsx";
import type { CitizenScreening, ShownCriterion, ShownScreening } from "../contract.ts";
import { screeningQuery } from "./queries.ts";
import { screeningTexts } from "./screening-texts.ts";
import { useScreeningWords } from "./use-screening-words.ts";

type Props = {
  readonly citizen: string;
  readonly screening: ShownScreening;
  readonly mayWrite: boolean;
  readonly onDone: (next: CitizenScreening) => void;
};
type Answer = "ja" | "nej" | "";

/** The questions of a screening. One without an answer is unknown; only what was changed is sent, each with the answer that was seen. */
export function AnswersForm({ citizen, screening, mayWrite, onDone }: Props): ReactElement | null {
  const { answers: texts } = useTexts(screeningTexts);
  const asked = screening.criteria.filter(({ question, state }) => question !== null && state !== "off");
  const [chosen, setChosen] = useState<Readonly<Record<string, Answer>>>({});
  const [isEmpty, setEmpty] = useState(false);
  const nowOf = ({ id, answer }: ShownCriterion): Answer => chosen[id] ?? answer?.answer ?? "";
  const changed = asked.filter((one) => nowOf(one) !== (one.answer?.answer ?? ""));
  const save = useMutation({
    mutationFn: () =>
      post<CitizenScreening>(
        `/citizens/${encodeURIComponent(citizen)}/screening/${encodeURIComponent(screening.id)}/answers`,
        {
          answers: changed.map((one) => ({
            question: one.id,
            answer: nowOf(one) || null,
            version: one.answer?.version ?? null,
          })),
        },
      ),
    onSuccess: onDone,
  });
  if (!mayWrite) return null;
  const send = (event: FormEvent): void => {
    event.preventDefault();
    setEmpty(changed.length === 0);
    if (changed.length > 0) save.mutate();
  };
  return (
    <form className="screening-form no-print" noValidate aria-label={texts.title} onSubmit={send}>
      <Heading level="3" size="xsmall">
        {texts.title}
      </Heading>
      <p className="quiet">{texts.help}</p>
      {asked.map((one) => (
        <Question
          key={one.id}
          criterion={one}
          value={nowOf(one)}
          onChange={(value) => setChosen((before) => ({ ...before, [one.id]: value }))}
        />
      ))}
      {save.error && conflictOf(save.error) && <Conflict citizen={citizen} />}
      {save.error && !conflictOf(save.error) && <ProblemMessage error={save.error} />}
      <div className="screening-tools">
        <Button size="small" type="submit" variant="secondary" loading={save.isPending}>
          {texts.save}
        </Button>
        <span role="status" className="quiet">
          {isEmpty && changed.length === 0 && texts.nothing}
        </span>
      </div>
    </form>
  );
}

/** Somebody answered meanwhile: what they said is fetched, and the form begins anew with it. */
function Conflict({ citizen }: { readonly citizen: string }): ReactElement {
  const { answers: texts } = useTexts(screeningTexts);
  const queries = useQueryClient();
  return (
    <div role="alert" className="screening-conflict">
      <InlineMessage status="warning">{texts.conflict}</InlineMessage>
      <Button
        size="small"
        type="button"
        variant="secondary"
        onClick={() => void queries.invalidateQueries({ queryKey: screeningQuery(citizen).queryKey })}
      >
        {texts.show}
      </Button>
    </div>
  );
}

type QuestionProps = {
  readonly criterion: ShownCriterion;
  readonly value: Answer;
  readonly onChange: (value: Answer) => void;
};

function Question({ criterion, value, onChange }: QuestionProps): ReactElement | null {
  const { answers: texts } = useTexts(screeningTexts);
  const { both } = useScreeningWords();
  const { question } = criterion;
  if (question === null) return null;
  return (
    <RadioGroup
      size="small"
      legend={both(question.text)}
      description={question.by === "borger" ? texts.citizen : texts.caseworker}
      value={value}
      onChange={(given: Answer) => onChange(given)}
    >
      <div className="screening-choices">
        <Radio value="ja">{texts.yes}</Radio>
        <Radio value="nej">{texts.no}</Radio>
        <Radio value="">{texts.unknown}</Radio>
      </div>
    </RadioGroup>
  );
}
