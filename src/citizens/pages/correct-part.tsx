import { Button, Heading, InlineMessage, Select, TextField } from "@navikt/ds-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactElement, useState } from "react";
import { patch, type Theirs } from "../../platform/ui/api.ts";
import { MergeChoice } from "../../platform/ui/merge-choice.tsx";
import { conflictOf } from "../../platform/ui/merge-fields.ts";
import { ProblemMessage } from "../../platform/ui/problem-message.tsx";
import { isOfFields, useFieldProblem } from "../../platform/ui/use-field-problem.ts";
import { useTexts } from "../../platform/ui/use-language.tsx";
import type { CitizenRecord } from "../contract.ts";
import { citizenTexts } from "./citizen-texts.ts";
import { type Field, firstContact, firstPerson, type Values } from "./correct-values.ts";
import { HistoryPart } from "./history-part.tsx";
import { recordQuery } from "./queries.ts";
import type { Unfolded } from "./unfolded.ts";

type Props = { readonly data: CitizenRecord; readonly unfolded: Unfolded; readonly onClose: () => void };
type Part = "person" | "contact";

const CHOICES: Partial<
  Record<
    Field,
    readonly (
      | "kvinde"
      | "mand"
      | "dansk"
      | "vestlig"
      | "ikke_vestlig"
      | "ufaglaert"
      | "faglaert"
      | "videregaaende"
      | "ja"
      | "nej"
    )[]
  >
> = {
  sex: ["kvinde", "mand"],
  origin: ["dansk", "vestlig", "ikke_vestlig"],
  education: ["ufaglaert", "faglaert", "videregaaende"],
  protected: ["ja", "nej"],
};

/** Corrects what is known about a citizen; what stood before is shown and kept. */
export function CorrectPart({ data, unfolded, onClose }: Props): ReactElement {
  const { correct: texts } = useTexts(citizenTexts);
  const contact = unfolded.identity?.contact ?? data.contact;
  const name = unfolded.identity?.name ?? data.name;
  return (
    <section className="part no-print" aria-label={texts.title}>
      <Heading level="2" size="small">
        {texts.title}
      </Heading>
      <p className="quiet">
        {texts.help} {texts.draft}
      </p>
      <PartForm
        citizen={data.id}
        part="person"
        version={data.versions.person}
        first={firstPerson(data, name)}
        title={texts.person}
      />
      <PartForm
        citizen={data.id}
        part="contact"
        version={data.versions.contact}
        first={firstContact(contact)}
        title={texts.contact}
      />
      <HistoryPart history={unfolded.identity?.history ?? data.history} />
      <Button size="small" variant="tertiary" onClick={onClose}>
        {texts.close}
      </Button>
    </section>
  );
}

type FormProps = {
  readonly citizen: string;
  readonly part: Part;
  readonly version: string | null;
  readonly first: Values;
  readonly title: string;
};
type Change = { readonly values: Values; readonly version: string | null };

/** One part's form. What is typed stays until it is saved, whatever the server says. */
function PartForm({ citizen, part, version, first, title }: FormProps): ReactElement {
  const { correct: texts } = useTexts(citizenTexts);
  const queries = useQueryClient();
  const [values, setValues] = useState(first);
  /** What the typed values are a change of, whatever the page has read since: a newer version is for its reader to choose. */
  const [seen, setSeen] = useState(version);
  const save = useMutation({
    mutationFn: (change: Change) =>
      patch<{ version: string }>(`/citizens/${encodeURIComponent(citizen)}`, { part, ...change }),
    onSuccess: async (done) => {
      setSeen(done.version);
      setValues((typed) => ("cpr" in typed ? { ...typed, cpr: "" } : typed));
      await queries.invalidateQueries({ queryKey: recordQuery(citizen).queryKey });
    },
  });
  const conflict = conflictOf(save.error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate({ values, version: seen });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Heading level="3" size="xsmall">
        {title}
      </Heading>
      <div className="citizen-form">
        {(Object.keys(values) as Field[]).map((field) => (
          <FormField
            key={field}
            field={field}
            value={values[field] ?? ""}
            error={save.error}
            onChange={(text) => setValues({ ...values, [field]: text })}
          />
        ))}
      </div>
      {conflict && (
        <MergeChoice
          mine={values as Readonly<Record<string, string>>}
          theirs={conflict.theirs}
          labels={texts.fields}
          busy={save.isPending}
          onSave={(chosen, over) => {
            setValues(chosen as Values);
            save.mutate({ values: chosen as Values, version: over });
          }}
          onDrop={() => {
            setValues({ ...values, ...textsOf(conflict.theirs) });
            setSeen(conflict.theirs?.version ?? null);
            save.reset();
            void queries.invalidateQueries({ queryKey: recordQuery(citizen).queryKey });
          }}
        />
      )}
      {save.error && !conflict && !isOfFields(save.error) && <ProblemMessage error={save.error} />}
      <div className="citizen-actions">
        <Button size="small" type="submit" loading={save.isPending}>
          {texts.save}
        </Button>
        <div role="status">{save.isSuccess && <InlineMessage status="success">{texts.saved}</InlineMessage>}</div>
      </div>
    </form>
  );
}

/** What others wrote, as the form holds it. */
function textsOf(theirs: Theirs | null): Values {
  return Object.fromEntries(Object.entries(theirs?.values ?? {}).map(([field, value]) => [field, String(value ?? "")]));
}

type FieldProps = {
  readonly field: Field;
  readonly value: string;
  readonly error: unknown;
  readonly onChange: (text: string) => void;
};

function FormField({ field, value, error, onChange }: FieldProps): ReactElement {
  const { correct: texts, record } = useTexts(citizenTexts);
  const wrong = useFieldProblem(error, "/body/values")(field);
  const choices = CHOICES[field];
  if (choices) {
    return (
      <Select
        size="small"
        label={texts.fields[field]}
        value={value}
        error={wrong}
        onChange={(event) => onChange(event.target.value)}
      >
        {field !== "protected" && <option value="">{record.unknown}</option>}
        {choices.map((code) => (
          <option key={code} value={code}>
            {texts.codes[code]}
          </option>
        ))}
      </Select>
    );
  }
  const help = { cpr: texts.cprHelp, born: texts.bornHelp }[field as string];
  return (
    <TextField
      size="small"
      label={texts.fields[field]}
      {...(help ? { description: help } : {})}
      value={value}
      error={wrong}
      autoComplete="off"
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
