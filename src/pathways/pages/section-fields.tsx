import { Heading } from "@navikt/ds-react";
import type { ReactElement } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import type { ListRow, PlanContent, PlanField, PlanSection } from "../contract.ts";
import { isShown } from "../rules/demands.ts";
import { newRow } from "./plan-values.ts";
import type { PlanWords } from "./plan-words.ts";
import { RowsField } from "./rows-field.tsx";
import { Choice, DayOrNone, Words } from "./small-fields.tsx";

/** What the fields of a plan's form share. */
export type FieldsProps = {
  readonly content: PlanContent;
  readonly onChange: (content: PlanContent) => void;
  readonly words: PlanWords;
  /** What is wrong at a place of the content. */
  readonly wrong: (place: string) => string | undefined;
};

/** A section of a plan: what it must hold, its fields, and the citizen's own words. */
export function SectionFields(props: FieldsProps & { readonly section: PlanSection }): ReactElement {
  const { section, content, onChange, words, wrong } = props;
  const { texts, both } = words;
  const own = section.ownWords;
  const answer = (code: string, value: string): void =>
    onChange({ ...content, answers: { ...content.answers, [code]: value } });
  return (
    <section>
      <Heading level="3" size="xsmall">
        {both(section.label)}
      </Heading>
      <p className="quiet">{both(section.holds)}</p>
      <div className="plan-fields">
        {section.fields
          .filter((field) => isShown(field, content.answers))
          .map((field) =>
            field.type === "list" ? (
              <ListField key={field.code} {...props} field={field} />
            ) : (
              <ValueField
                key={field.code}
                field={field}
                words={words}
                value={content.answers[field.code] ?? ""}
                error={wrong(`answers/${field.code}`) ?? wrong(field.code)}
                onChange={(value) => answer(field.code, value)}
              />
            ),
          )}
        {own !== null && (
          <Words
            label={texts.parts.ownWords}
            value={content.answers[own] ?? ""}
            error={wrong(`answers/${own}`)}
            onChange={(value) => answer(own, value)}
          />
        )}
      </div>
    </section>
  );
}

type ValueProps = {
  readonly field: Pick<PlanField, "type" | "label" | "options"> & { readonly help?: PlanField["help"] };
  readonly words: PlanWords;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
};

function ValueField({ field, words, value, error, onChange }: ValueProps): ReactElement {
  const { texts, both } = words;
  const common = { label: both(field.label), value, error, onChange };
  if (field.type === "day") return <DayOrNone {...common} />;
  if (field.type !== "choice") return <Words {...common} help={field.help ? both(field.help) : undefined} />;
  const options = field.options.map(({ code, label }) => ({ code, name: both(label) }));
  return <Choice {...common} none={texts.form.choose} options={options} />;
}

/** A field of lines, each with its columns. */
function ListField(props: FieldsProps & { readonly field: PlanField }): ReactElement {
  const { field, content, onChange, words, wrong } = props;
  const { texts, both } = words;
  const rows = content.lists[field.code] ?? [];
  const place = `lists/${field.code}`;
  return (
    <div className="plan-wide">
      <p className="plan-list-name">{both(field.label)}</p>
      {wrong(field.code) && <p className="plan-wrong">{wrong(field.code)}</p>}
      <RowsField<ListRow>
        rows={rows}
        legend={(n) => fill(texts.form.row, { label: both(field.label), n })}
        add={texts.form.addRow}
        make={newRow}
        onChange={(next) => onChange({ ...content, lists: { ...content.lists, [field.code]: next } })}
        fields={({ values }, at, set) => (
          <div className="plan-fields">
            {wrong(`${place}/${at}`) && <p className="plan-wrong plan-wide">{wrong(`${place}/${at}`)}</p>}
            {field.columns.map((column) => (
              <ValueField
                key={column.code}
                field={column}
                words={words}
                value={values[column.code] ?? ""}
                error={wrong(`${place}/${at}/${column.code}`)}
                onChange={(value) => set({ values: { ...values, [column.code]: value } })}
              />
            ))}
          </div>
        )}
      />
    </div>
  );
}
