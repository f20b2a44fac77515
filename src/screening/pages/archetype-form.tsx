import { Button, Select } from "@navikt/ds-react";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, type ReactElement, useState } from "react";
import { post } from "../../platform/ui/api.ts";
import { DayField } from "../../platform/ui/day-field.tsx";
import { MergeChoice } from "../../platform/ui/merge-choice.tsx";
import { conflictOf } from "../../platform/ui/merge-fields.ts";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { isOfFields, useFieldProblem } from "../../platform/ui/use-field-problem.ts";
import { useTexts } from "../../platform/ui/use-language.tsx";
import type { ArchetypeLine, CitizenScreening } from "../contract.ts";
import { screeningTexts } from "./screening-texts.ts";
import { useScreeningWords } from "./use-screening-words.ts";

type Archetypes = NonNullable<CitizenScreening["archetypes"]>;
type Props = {
  readonly data: CitizenScreening;
  readonly archetypes: Archetypes;
  readonly running: ArchetypeLine | null;
  readonly onDone: (next: CitizenScreening) => void;
  readonly onClose: () => void;
};
type Values = { readonly archetype: string; readonly distance: string; readonly from: string };

/** Chooses an archetype and a distance from a day; a change is a dated event, on the same day a correction. */
export function ArchetypeForm({ data, archetypes, running, onDone, onClose }: Props): ReactElement {
  const { archetype: texts } = useTexts(screeningTexts);
  const [values, setValues] = useState<Values>({
    archetype: running?.codes.archetype ?? "",
    distance: running?.codes.distance ?? "",
    from: data.on,
  });
  const save = useMutation({
    mutationFn: ({ asked, over }: { readonly asked: Values; readonly over: string | null }) =>
      post<CitizenScreening>(`/citizens/${encodeURIComponent(data.citizen)}/archetype`, {
        archetype: asked.archetype || null,
        distance: asked.distance || null,
        from: asked.from,
        version: over,
      }),
    onSuccess: onDone,
  });
  const send = (asked: Values, over: string | null): void => {
    if (asked.from !== "") save.mutate({ asked, over });
  };
  const conflict = conflictOf(save.error);
  return (
    <form
      className="screening-form no-print"
      noValidate
      aria-label={texts.title}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        send(values, running?.version ?? null);
      }}
    >
      <Fields archetypes={archetypes} values={values} onChange={setValues} error={save.error} />
      {conflict && (
        <MergeChoice
          mine={values}
          theirs={conflict.theirs}
          labels={{ archetype: texts.archetype, distance: texts.distance, from: texts.from }}
          busy={save.isPending}
          onSave={(chosen, over) => send({ ...values, ...chosen }, over)}
          onDrop={onClose}
        />
      )}
      {save.error && !conflict && !isOfFields(save.error) && <ProblemMessage error={save.error} />}
      <div className="screening-tools">
        <Button size="small" type="submit" loading={save.isPending}>
          {texts.save}
        </Button>
        <Button size="small" type="button" variant="tertiary" onClick={onClose}>
          {texts.close}
        </Button>
      </div>
    </form>
  );
}

type FieldsProps = {
  readonly archetypes: Archetypes;
  readonly values: Values;
  readonly onChange: (values: Values) => void;
  readonly error: unknown;
};

function Fields({ archetypes, values, onChange, error }: FieldsProps): ReactElement {
  const { archetype: texts, conclude } = useTexts(screeningTexts);
  const { both } = useScreeningWords();
  const wrong = useFieldProblem(error, "/body");
  const set = (change: Partial<Values>): void => onChange({ ...values, ...change });
  const dayProblem = wrong("from");
  return (
    <>
      <Choice
        label={texts.archetype}
        none={texts.noArchetype}
        value={values.archetype}
        options={archetypes.choices.map(({ id, label }) => ({ id, text: both(label) }))}
        problem={wrong("archetype")}
        onChange={(archetype) => set({ archetype })}
      />
      <Choice
        label={texts.distance}
        none={texts.noDistance}
        value={values.distance}
        options={archetypes.distances.map(({ id, label }) => ({ id, text: both(label) }))}
        problem={wrong("distance")}
        onChange={(distance) => set({ distance })}
      />
      <div>
        <DayField
          label={texts.from}
          value={values.from}
          onChange={(from) => set({ from })}
          wrong={conclude.dayWrong}
          required
        />
        {dayProblem && <p className="screening-wrong">{dayProblem}</p>}
      </div>
    </>
  );
}

type ChoiceProps = {
  readonly label: string;
  readonly none: string;
  readonly value: string;
  readonly options: readonly { readonly id: string; readonly text: string }[];
  readonly problem: string | undefined;
  readonly onChange: (value: string) => void;
};

function Choice({ label, none, value, options, problem, onChange }: ChoiceProps): ReactElement {
  return (
    <Select size="small" label={label} value={value} error={problem} onChange={({ target }) => onChange(target.value)}>
      <option value="">{none}</option>
      {options.map(({ id, text }) => (
        <option key={id} value={id}>
          {text}
        </option>
      ))}
    </Select>
  );
}
