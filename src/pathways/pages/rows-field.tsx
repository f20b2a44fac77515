import { Button } from "@navikt/ds-react";
import { type ReactElement, type ReactNode, useRef } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { useTexts } from "../../platform/ui/use-language.tsx";
import { planTexts } from "./plan-texts.ts";

type Props<Row> = {
  readonly rows: readonly Row[];
  /** What a row is called, by its number from 1. */
  readonly legend: (n: number) => string;
  readonly add: string;
  readonly make: () => Row;
  readonly onChange: (rows: Row[]) => void;
  /** The fields of a row, and what changes it. */
  readonly fields: (row: Row, at: number, set: (change: Partial<Row>) => void) => ReactNode;
};

/** Rows that can be added, filled in and removed. A new one takes the focus. */
export function RowsField<Row extends { readonly id: string }>(props: Props<Row>): ReactElement {
  const { rows, legend, add, make, onChange, fields } = props;
  const { form: texts } = useTexts(planTexts);
  const box = useRef<HTMLDivElement>(null);
  const addOne = (): void => {
    onChange([...rows, make()]);
    requestAnimationFrame(() =>
      box.current?.querySelector<HTMLElement>("fieldset:last-of-type :is(select, input, textarea)")?.focus(),
    );
  };
  return (
    <div ref={box}>
      {rows.map((row, at) => (
        <fieldset key={row.id} className="plan-row">
          <legend>{legend(at + 1)}</legend>
          {fields(row, at, (change) => onChange(rows.map((one) => (one.id === row.id ? { ...one, ...change } : one))))}
          <Button
            size="xsmall"
            type="button"
            variant="tertiary"
            onClick={() => onChange(rows.filter(({ id }) => id !== row.id))}
          >
            {fill(texts.removeWhich, { which: legend(at + 1).toLowerCase() })}
          </Button>
        </fieldset>
      ))}
      <Button size="small" type="button" variant="secondary" onClick={addOne}>
        {add}
      </Button>
    </div>
  );
}
