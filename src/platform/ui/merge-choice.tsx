import { Button, LocalAlert, Radio, RadioGroup } from "@navikt/ds-react";
import { type ReactElement, useState } from "react";
import { fill } from "../texts/catalogue.ts";
import { formatMoment } from "../texts/format.ts";
import type { Theirs } from "./api.ts";
import { type MergeChoice as Choice, fieldsToMerge, merged } from "./merge-fields.ts";
import { uiTexts } from "./ui-texts.ts";
import { useLanguage, useTexts } from "./use-language.tsx";

type Props = {
  /** What this user typed, by field. */
  readonly mine: Readonly<Record<string, string>>;
  /** What stands now; null when it is gone. */
  readonly theirs: Theirs | null;
  /** What each field is called. */
  readonly labels: Readonly<Record<string, string>>;
  /** Saves the chosen values over the version that was shown. */
  readonly onSave: (values: Readonly<Record<string, string>>, version: string) => void;
  /** Leaves what stands now. */
  readonly onDrop: () => void;
  readonly busy: boolean;
};

/** Two people changed the same: shows both, field by field, and lets this one choose. Nothing is overwritten and nothing typed is lost. */
export function MergeChoice({ mine, theirs, labels, onSave, onDrop, busy }: Props): ReactElement {
  const { merge: texts } = useTexts(uiTexts);
  const [choices, setChoices] = useState<Readonly<Record<string, Choice>>>({});
  const fields = theirs ? fieldsToMerge(mine, theirs) : [];
  const choiceOf = (name: string): Choice => choices[name] ?? "mine";
  const save = (): void => {
    if (!theirs) return;
    const chosen = fields.map((field) => [field.name, merged(field, choiceOf(field.name))] as const);
    onSave({ ...mine, ...Object.fromEntries(chosen) }, theirs.version);
  };
  return (
    <LocalAlert status="warning" className="merge-choice no-print">
      <LocalAlert.Header>
        <LocalAlert.Title as="h3">{texts.title}</LocalAlert.Title>
      </LocalAlert.Header>
      <LocalAlert.Content>
        <p>{theirs ? texts.explain : texts.gone}</p>
        {theirs && <ByWhom theirs={theirs} />}
        {fields.map(({ name, ...texts }) => (
          <FieldChoice
            key={name}
            label={labels[name] ?? name}
            {...texts}
            choice={choiceOf(name)}
            onChange={(choice) => setChoices({ ...choices, [name]: choice })}
          />
        ))}
        <div className="merge-actions">
          {theirs && (
            <Button size="small" type="button" onClick={save} loading={busy}>
              {texts.save}
            </Button>
          )}
          <Button size="small" type="button" variant="secondary" onClick={onDrop} disabled={busy}>
            {texts.drop}
          </Button>
        </div>
      </LocalAlert.Content>
    </LocalAlert>
  );
}

function ByWhom({ theirs }: { readonly theirs: Theirs }): ReactElement {
  const { merge: texts } = useTexts(uiTexts);
  const { language } = useLanguage();
  const who = theirs.who ?? texts.unknown;
  const said = theirs.when ? fill(texts.by, { who, when: formatMoment(theirs.when, language) }) : who;
  return <p className="quiet">{said}</p>;
}

type FieldProps = {
  readonly label: string;
  readonly mine: string;
  readonly theirs: string;
  readonly choice: Choice;
  readonly onChange: (choice: Choice) => void;
};

function FieldChoice({ label, mine, theirs, choice, onChange }: FieldProps): ReactElement {
  const { merge: texts } = useTexts(uiTexts);
  return (
    <RadioGroup size="small" legend={label} value={choice} onChange={onChange}>
      <Radio value="mine" description={mine}>
        {texts.mine}
      </Radio>
      <Radio value="theirs" description={theirs}>
        {texts.theirs}
      </Radio>
      <Radio value="both">{texts.both}</Radio>
    </RadioGroup>
  );
}
