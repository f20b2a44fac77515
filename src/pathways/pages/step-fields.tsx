import { Heading, Select } from "@navikt/ds-react";
import type { ReactElement } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { OWNERS, STEP_STATES, TRACKS } from "../codes.ts";
import type { CitizenPlans, Step } from "../contract.ts";
import { newStep } from "./plan-values.ts";
import type { PlanWords } from "./plan-words.ts";
import { RowsField } from "./rows-field.tsx";
import type { FieldsProps } from "./section-fields.tsx";
import { Choice, DayOrNone, namedCodes, Words } from "./small-fields.tsx";

type Kinds = CitizenPlans["stepKinds"];

/** The steps of a plan: of the lists or in words of its own, who does it, from when and by when, and what became of it. */
export function StepFields(props: FieldsProps & { readonly stepKinds: Kinds }): ReactElement {
  const { content, onChange, words, wrong, stepKinds } = props;
  const { texts } = words;
  return (
    <section>
      <Heading level="3" size="xsmall">
        {texts.parts.steps}
      </Heading>
      {wrong("steps") && <p className="plan-wrong">{wrong("steps")}</p>}
      <RowsField<Step>
        rows={content.steps}
        legend={(n) => fill(texts.form.step, { n })}
        add={texts.form.addStep}
        make={newStep}
        onChange={(steps) => onChange({ ...content, steps })}
        fields={(step, at, set) => (
          <OneStep
            step={step}
            set={set}
            words={words}
            stepKinds={stepKinds}
            wrong={(field) => wrong(`steps/${at}/${field}`)}
          />
        )}
      />
    </section>
  );
}

type OneProps = {
  readonly step: Step;
  readonly set: (change: Partial<Step>) => void;
  readonly words: PlanWords;
  readonly stepKinds: Kinds;
  readonly wrong: (field: string) => string | undefined;
};

function OneStep({ step, set, words, stepKinds, wrong }: OneProps): ReactElement {
  const { texts } = words;
  const { form, head } = texts;
  const dayOf = (iso: string): string | null => (iso === "" ? null : iso);
  return (
    <div className="plan-fields">
      <StepKind step={step} set={set} words={words} stepKinds={stepKinds} wrong={wrong} />
      <Choice
        label={head.owner}
        value={step.owner}
        error={undefined}
        options={namedCodes(OWNERS, texts.owners)}
        onChange={(owner) => set({ owner: owner as Step["owner"] })}
      />
      <Choice
        label={head.track}
        value={step.track}
        error={undefined}
        options={namedCodes(TRACKS, texts.tracks)}
        onChange={(track) => set({ track: track as Step["track"] })}
      />
      <DayOrNone
        label={head.from}
        value={step.from ?? ""}
        error={wrong("from")}
        onChange={(from) => set({ from: dayOf(from) })}
      />
      <DayOrNone
        label={head.due}
        value={step.due ?? ""}
        error={wrong("due")}
        onChange={(due) => set({ due: dayOf(due) })}
      />
      <Choice
        label={head.state}
        value={step.state}
        error={undefined}
        options={namedCodes(STEP_STATES, texts.stepStates)}
        onChange={(state) => set({ state: state as Step["state"] })}
      />
      <Words label={form.stepText} value={step.text} error={wrong("text")} onChange={(text) => set({ text })} />
      {(step.state === "dropped" || step.reason !== "") && (
        <Words
          label={form.dropped}
          value={step.reason}
          error={wrong("reason")}
          onChange={(reason) => set({ reason })}
        />
      )}
    </div>
  );
}

/** What is done: from the law's lists and those beside them, in groups, or in words of its own. */
function StepKind({ step, set, words, stepKinds, wrong }: OneProps): ReactElement {
  const { both, texts } = words;
  return (
    <Select
      size="small"
      label={texts.form.stepKind}
      value={step.kind ?? ""}
      error={wrong("kind")}
      onChange={(event) => set({ kind: event.target.value === "" ? null : event.target.value })}
    >
      <option value="">{texts.form.ownWordsStep}</option>
      {(["offer", "conversation", "other"] as const).map((group) => (
        <optgroup key={group} label={texts.form.stepGroups[group]}>
          {stepKinds
            .filter((kind) => kind.group === group)
            .map((kind) => (
              <option key={kind.code} value={kind.code}>
                {both(kind.label)}
              </option>
            ))}
        </optgroup>
      ))}
    </Select>
  );
}
