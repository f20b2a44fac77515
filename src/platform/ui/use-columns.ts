import { useState } from "react";
import { type ColumnSet, columnsAsText, columnsOfText, toggled } from "./columns.ts";
import { readStored, writeStored } from "./stored.ts";

export type Columns<Id extends string> = {
  readonly shown: readonly Id[];
  readonly toggle: (id: Id) => void;
  /** What is shown, as a text for an address; empty when it is what is usual. */
  readonly text: string;
};

/** Columns that somebody else keeps: a saved view, by the page's address. */
type Kept = { readonly text: string | undefined; readonly onChange: (text: string) => void };

/**
 * Which columns of a table the reader wants, remembered in this browser under a name of its own. Where an address names columns, as that of a saved view does, these are shown, and
 * what the reader chooses goes into the address and not into the browser.
 */
export function useColumns<Id extends string>(name: string, set: ColumnSet<Id>, kept?: Kept): Columns<Id> {
  const [stored, setStored] = useState(() => readStored(name));
  const isKept = kept?.text !== undefined;
  const shown = columnsOfText(set, isKept ? kept.text : stored);
  const toggle = (id: Id): void => {
    const next = toggled(set, shown, id);
    const text = columnsAsText(set, next);
    if (isKept) {
      kept.onChange(next.join(","));
      return;
    }
    setStored(text);
    writeStored(name, text === "" ? null : text);
  };
  return { shown, toggle, text: columnsAsText(set, shown) };
}
