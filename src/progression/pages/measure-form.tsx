import { Button, Heading } from "@navikt/ds-react";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, type ReactElement, useState } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { formatDay } from "../../platform/texts/format.ts";
import { patch, post } from "../../platform/ui/api.ts";
import { conflictOf } from "../../platform/ui/merge-fields.ts";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { useDraft } from "../../platform/ui/use-draft.ts";
import { isOfFields, useFieldProblem } from "../../platform/ui/use-field-problem.ts";
import { useLanguage, useTexts } from "../../platform/ui/use-language.tsx";
import type { CitizenProgression } from "../contract.ts";
import { MeasureAnswers } from "./measure-answers.tsx";
import { MeasureConflict } from "./measure-conflict.tsx";
import { MeasureHead } from "./measure-head.tsx";
import { type MeasureValues, newValues, placeOf, readKept, sent, valuesOf } from "./measure-values.ts";
import { progressionTexts } from "./progression-texts.ts";

type Props = {
  readonly citizen: string;
  readonly data: CitizenProgression;
  /** The measurement that is changed; a new one is noted without. */
  readonly changed: CitizenProgression["measurings"][number] | null;
  readonly onDone: (data: CitizenProgression) => void;
  readonly onClose: () => void;
};

/** Measures progression with an instrument, or changes a measurement. What is filled in stays in the browser until it is saved or closed. */
export function MeasureForm({ citizen, data, changed, onDone, onClose }: Props): ReactElement {
  const { form: texts, faults } = useTexts(progressionTexts);
  const { language } = useLanguage();
  const draft = useDraft(
    `springbraet.draft.progression.${citizen}.${changed ? `${changed.instrument}.${changed.day}` : "new"}`,
  );
  const [wasKept] = useState(readKept(draft.text) !== null);
  const [isEmpty, setEmpty] = useState(false);
  const values = readKept(draft.text) ?? (changed ? valuesOf(changed) : newValues(data));
  const save = useMutation({
    mutationFn: (over: string | null) => send({ citizen, changed, values, over }),
    onSuccess: (next) => {
      draft.write("");
      onDone(next);
    },
  });
  const wrong = useFieldProblem(save.error, "/body");
  const conflict = conflictOf(save.error);
  const instrument = data.instruments.find(({ code }) => code === values.instrument);
  const write = (next: MeasureValues): void => draft.write(JSON.stringify(next));
  const close = (): void => {
    draft.write("");
    onClose();
  };
  const submit = (over: string | null): void => {
    const lacks = Object.keys(sent(values)).length === 0;
    setEmpty(lacks);
    if (!lacks) save.mutate(over);
  };
  const title = changed ? fill(texts.titleOf, { day: formatDay(changed.day, language) }) : texts.title;
  return (
    <form
      className="progress-form no-print"
      noValidate
      aria-label={title}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        submit(changed?.version ?? null);
      }}
    >
      <Heading level="3" size="xsmall">
        {title}
      </Heading>
      {wasKept && <p className="quiet">{texts.kept}</p>}
      <MeasureHead data={data} values={values} isNew={changed === null} onChange={write} wrong={wrong} />
      {instrument && <MeasureAnswers instrument={instrument} values={values} onChange={write} wrong={wrong} />}
      {(isEmpty || wrong("values") !== undefined) && (
        <p className="progress-wrong" role="alert">
          {isEmpty ? faults.nothing_measured : wrong("values")}
        </p>
      )}
      {conflict && instrument && (
        <MeasureConflict instrument={instrument} theirs={conflict.theirs} onKeep={submit} onDrop={close} />
      )}
      {save.error && !conflict && !isOfFields(save.error) && <ProblemMessage error={save.error} />}
      <div className="progress-tools">
        <Button size="small" type="submit" loading={save.isPending}>
          {texts.save}
        </Button>
        <Button size="small" type="button" variant="tertiary" onClick={close}>
          {texts.close}
        </Button>
      </div>
    </form>
  );
}

type Sending = Pick<Props, "citizen" | "changed"> & { readonly values: MeasureValues; readonly over: string | null };

function send({ citizen, changed, values, over }: Sending): Promise<CitizenProgression> {
  const body = { day: values.day, values: sent(values) };
  return changed
    ? patch<CitizenProgression>(placeOf(citizen, changed), { ...body, version: over })
    : post<CitizenProgression>(`/citizens/${encodeURIComponent(citizen)}/progression`, {
        ...body,
        instrument: values.instrument,
      });
}
