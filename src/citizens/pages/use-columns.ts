import { useState } from "react";
import { readStored, writeStored } from "../../platform/ui/stored.ts";

/** The columns of the list, in order. The first two are always shown. */
export const COLUMNS = ["name", "id", "age", "benefit", "targetGroup", "since", "weeks", "unit", "staff"] as const;
export type ColumnId = (typeof COLUMNS)[number];

const KEY = "springbraet.citizens.columns";

export type Columns = { readonly shown: readonly ColumnId[]; readonly toggle: (column: ColumnId) => void };

/** Which columns the reader wants, remembered in this browser. */
export function useColumns(): Columns {
  const [hidden, setHidden] = useState<readonly string[]>(() => readStored(KEY)?.split(",") ?? []);
  const toggle = (column: ColumnId): void => {
    const next = hidden.includes(column) ? hidden.filter((one) => one !== column) : [...hidden, column];
    setHidden(next);
    writeStored(KEY, next.length === 0 ? null : next.join(","));
  };
  return { shown: COLUMNS.filter((column) => !hidden.includes(column)), toggle };
}
