import { Select, Table, TextField } from "@navikt/ds-react";
import type { ReactElement } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { NO_VALUE } from "../../platform/texts/format.ts";
import { ScrollBox } from "../../platform/ui/scroll-box.tsx";
import { useBoth, useTexts } from "../../platform/ui/use-language.tsx";
import type { FactLayout, Mapping, Preview } from "../contract.ts";
import type { DraftMapping } from "./draft-mapping.ts";
import { importTexts } from "./import-texts.ts";

type Field = FactLayout["fields"][number];
type Column = Mapping["columns"][number];

type Props = {
  readonly layout: FactLayout;
  readonly draft: DraftMapping;
  readonly header: readonly string[];
  readonly rows: Preview["rows"];
  readonly onDraft: (draft: DraftMapping) => void;
};

const CONSTANT = "\u0000constant";

/** Our fields with their meaning, and for each the column it comes from, with an example. */
export function MappingFields({ layout, draft, header, rows, onDraft }: Props): ReactElement {
  const { mapping: texts } = useTexts(importTexts);
  const both = useBoth();
  const set = (field: string, column: Column | null): void => {
    const { [field]: _gone, ...others } = draft.columns;
    onDraft({ ...draft, columns: column ? { ...others, [field]: column } : others });
  };
  return (
    <ScrollBox name={texts.field}>
      <Table size="small">
        <caption className="aksel-sr-only">{texts.lead}</caption>
        <Table.Header>
          <Table.Row>
            {[texts.field, texts.column, texts.sample].map((name) => (
              <Table.HeaderCell scope="col" key={name}>
                {name}
              </Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {layout.fields.map((field) => (
            <Table.Row key={field.name}>
              <Table.HeaderCell scope="row">
                {both(field.label)}
                {field.required && <span className="quiet">{` (${texts.required})`}</span>}
                <span className="mapping-meaning quiet">{both(field.meaning)}</span>
              </Table.HeaderCell>
              <Table.DataCell>
                <ColumnChoice
                  field={field}
                  column={draft.columns[field.name] ?? null}
                  header={header}
                  onChange={(column) => set(field.name, column)}
                />
              </Table.DataCell>
              <Table.DataCell>{sampleOf(draft.columns[field.name], header, rows)}</Table.DataCell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </ScrollBox>
  );
}

function sampleOf(column: Column | undefined, header: readonly string[], rows: Preview["rows"]): string {
  if (!column) return "";
  if (column.from === null) return column.constant ?? "";
  const at = header.indexOf(column.from);
  const values = [...new Set(rows.map(({ cells }) => cells[at] ?? "").filter((value) => value !== ""))];
  return values.slice(0, 3).join(", ") || NO_VALUE;
}

type ChoiceProps = {
  readonly field: Field;
  readonly column: Column | null;
  readonly header: readonly string[];
  readonly onChange: (column: Column | null) => void;
};

function ColumnChoice({ field, column, header, onChange }: ChoiceProps): ReactElement {
  const { mapping: texts } = useTexts(importTexts);
  const both = useBoth();
  const label = both(field.label);
  const chosen = column === null ? "" : (column.from ?? CONSTANT);
  const choose = (value: string): void => {
    if (value === "") onChange(null);
    else if (value === CONSTANT) onChange({ field: field.name, from: null, constant: "" });
    else onChange({ field: field.name, from: value, ...(column?.codes ? { codes: column.codes } : {}) });
  };
  return (
    <>
      <Select
        size="small"
        hideLabel
        label={fill(texts.fromFor, { field: label })}
        value={chosen}
        onChange={(event) => choose(event.target.value)}
      >
        <option value="">{texts.none}</option>
        {header.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
        <option value={CONSTANT}>{texts.constant}</option>
      </Select>
      {column?.from === null && <ConstantField field={field} column={column} label={label} onChange={onChange} />}
    </>
  );
}

type ConstantProps = {
  readonly field: Field;
  readonly column: Column;
  readonly label: string;
  readonly onChange: (column: Column) => void;
};

/** The value that is the same in all rows: one of the codes, or a text. */
function ConstantField({ field, column, label, onChange }: ConstantProps): ReactElement {
  const { mapping: texts } = useTexts(importTexts);
  const both = useBoth();
  const value = column.constant ?? "";
  const named = fill(texts.constantValue, { field: label.toLowerCase() });
  const set = (constant: string): void => onChange({ ...column, constant });
  if (field.codes.length === 0) {
    return (
      <TextField size="small" hideLabel label={named} value={value} onChange={(event) => set(event.target.value)} />
    );
  }
  return (
    <Select size="small" hideLabel label={named} value={value} onChange={(event) => set(event.target.value)}>
      <option value="">{texts.chooseFact}</option>
      {field.codes.map(({ code, label: meaning }) => (
        <option key={code} value={code}>
          {both(meaning)}
        </option>
      ))}
    </Select>
  );
}
