import type { Fact } from "../../platform/kernel/fact.ts";
import type { MappedColumn, Mapping } from "../contract.ts";
import type { Field } from "../layout.ts";
import { type Fault, note, type Problems } from "../problem.ts";
import type { Reader } from "../values.ts";
import type { Sheet } from "./sheet.ts";

/** Where in a row a field stands (-1: nowhere, it is a constant or empty), how it is mapped, if it is, and how it is read. */
export type Place = {
  readonly at: number;
  readonly mapped: MappedColumn | null;
  readonly read: Reader;
  /** Is a value that could be read worth a second look? */
  readonly doubt?: (text: string) => Fault | null;
};

type Wanted = { readonly mapping: Mapping; readonly fields: readonly Field[]; readonly fact: Fact };

/** The place of each field of a fact in a sheet's rows; null after noting what is missing there. */
export function placesOf(
  sheet: Sheet,
  { mapping, fields, fact }: Wanted,
  { file, problems }: { readonly file: string; readonly problems: Problems },
): readonly Place[] | null {
  const before = problems.total;
  const place = (column: string) => ({ file, line: sheet.headerLine, column });
  for (const name of [...mapping.columns, ...(mapping.only ?? []), ...(mapping.except ?? [])].map(({ from }) => from)) {
    if (name === null) continue;
    const at = sheet.header.indexOf(name);
    if (at < 0) note(problems, place(name), { code: "missing_column", values: { name } });
    else if (sheet.header.indexOf(name, at + 1) > 0) {
      note(problems, place(name), { code: "doubled_column", values: { name } });
    }
  }
  const places = fields.map((field): Place => {
    const mapped = mapping.columns.find((column) => column.field === field.name) ?? null;
    const derived = field.name === "id" && fact.key !== undefined;
    if (!mapped && field.expected && !derived) {
      note(problems, place(field.name), { code: "missing_column", values: { name: field.name } });
    }
    return { at: mapped?.from == null ? -1 : sheet.header.indexOf(mapped.from), mapped, read: field.read };
  });
  return problems.total > before ? null : places;
}
