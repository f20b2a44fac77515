import { TextField } from "@navikt/ds-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type KeyboardEvent, type ReactElement, useState } from "react";
import { fill } from "../../platform/texts/catalogue.ts";
import { useProblemText } from "../../platform/ui/problem-message.tsx";
import { useTexts } from "../../platform/ui/use-language.tsx";
import type { BatchRow, BatchView } from "../contract.ts";
import { importTexts } from "./import-texts.ts";
import { correctCell } from "./queries.ts";

type Props = {
  readonly view: BatchView;
  readonly row: BatchRow;
  readonly place: number;
  readonly column: string;
  readonly takesFocus: boolean;
  readonly onClosed: () => void;
};

/** A cell being corrected: Enter or leaving it saves, Esc takes back what was typed. What was typed stays when it cannot be saved. */
export function CellEdit({ view, row, place, column, takesFocus, onClosed }: Props): ReactElement {
  const { rows: texts } = useTexts(importTexts);
  const queries = useQueryClient();
  const was = row.cells[place] ?? "";
  const [typed, setTyped] = useState<string | null>(null);
  const save = useMutation({
    mutationFn: (value: string) => correctCell(view.id, row, { place, was, value }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ["import", view.id] });
      setTyped(null);
      onClosed();
    },
  });
  const refusal = useProblemText(save.error);
  const finish = (): void => {
    if (typed === null || typed === was) onClosed();
    else if (!save.isPending) save.mutate(typed);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key === "Enter") finish();
    if (event.key !== "Escape") return;
    event.stopPropagation();
    setTyped(null);
    save.reset();
    onClosed();
  };
  return (
    <TextField
      size="small"
      hideLabel
      className="cell-field"
      label={fill(texts.cell, { column, line: row.line })}
      title={texts.help}
      value={typed ?? was}
      autoFocus={takesFocus}
      readOnly={save.isPending}
      error={save.error ? refusal : undefined}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={finish}
      onKeyDown={press}
    />
  );
}
