import type { ColumnSet } from "../../platform/ui/columns.ts";
import { type Columns, useColumns } from "../../platform/ui/use-columns.ts";

/** The columns of the list, in order. */
const COLUMNS = ["name", "id", "age", "benefit", "targetGroup", "since", "weeks", "unit", "staff"] as const;
export type ColumnId = (typeof COLUMNS)[number];

/** All are shown until somebody chooses; a line always says whom it is about. */
export const LIST_COLUMNS: ColumnSet<ColumnId> = { all: COLUMNS, usual: COLUMNS, always: ["name"] };

export type ListColumns = Columns<ColumnId>;

/** Which columns the reader wants, remembered in this browser. */
export function useListColumns(): ListColumns {
  return useColumns("springbraet.citizens.shown", LIST_COLUMNS);
}
