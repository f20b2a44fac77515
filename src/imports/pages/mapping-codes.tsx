import { Heading, Select, Table } from "@navikt/ds-react";
import type { ReactElement } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { ScrollBox } from "../../platform/ui/scroll-box.tsx";
import { useBoth, useTexts } from "../../platform/ui/use-language.tsx";
import type { FactLayout } from "../contract.ts";
import type { DraftMapping } from "./draft-mapping.ts";
import { importTexts } from "./import-texts.ts";

type Props = {
  readonly layout: FactLayout;
  readonly draft: DraftMapping;
  /** Values without a meaning, by our field. */
  readonly unknown: Readonly<Record<string, readonly string[]>>;
  readonly onDraft: (draft: DraftMapping) => void;
};

/** What the file's own codes mean here. One meaning mends all rows with the value. */
export function CodeMeanings({ layout, draft, unknown, onDraft }: Props): ReactElement {
  return (
    <>
      {layout.fields.map((field) => {
        const column = draft.columns[field.name];
        const given = Object.keys(column?.codes ?? {});
        const values = [...new Set([...given, ...(unknown[field.name] ?? [])])];
        if (!column || field.codes.length === 0 || values.length === 0) return null;
        return (
          <Meanings
            key={field.name}
            field={field}
            values={values}
            meanings={column.codes ?? {}}
            onChange={(codes) =>
              onDraft({ ...draft, columns: { ...draft.columns, [field.name]: { ...column, codes } } })
            }
          />
        );
      })}
    </>
  );
}

type MeaningsProps = {
  readonly field: FactLayout["fields"][number];
  readonly values: readonly string[];
  readonly meanings: Readonly<Record<string, string>>;
  readonly onChange: (codes: Record<string, string>) => void;
};

function Meanings({ field, values, meanings, onChange }: MeaningsProps): ReactElement {
  const { mapping: texts } = useTexts(importTexts);
  const both = useBoth();
  const title = fill(texts.codes, { field: both(field.label).toLowerCase() });
  const set = (value: string, code: string): void => {
    const { [value]: _gone, ...others } = meanings;
    onChange(code === "" ? others : { ...others, [value]: code });
  };
  return (
    <section aria-label={title}>
      <Heading level="4" size="xsmall">
        {title}
      </Heading>
      <ScrollBox name={title}>
        <Table size="small">
          <caption className="aksel-sr-only">{title}</caption>
          <Table.Header>
            <Table.Row>
              <Table.HeaderCell scope="col">{texts.code}</Table.HeaderCell>
              <Table.HeaderCell scope="col">{texts.means}</Table.HeaderCell>
            </Table.Row>
          </Table.Header>
          <Table.Body>
            {values.map((value) => (
              <Table.Row key={value}>
                <Table.HeaderCell scope="row">{value}</Table.HeaderCell>
                <Table.DataCell>
                  <Select
                    size="small"
                    hideLabel
                    label={fill(texts.meansFor, { value })}
                    value={meanings[value] ?? ""}
                    onChange={(event) => set(value, event.target.value)}
                  >
                    <option value="">{texts.meaningless}</option>
                    {field.codes.map(({ code, label }) => (
                      <option key={code} value={code}>
                        {both(label)}
                      </option>
                    ))}
                  </Select>
                </Table.DataCell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      </ScrollBox>
    </section>
  );
}
