import { formatDay } from "../../platform/texts/format.ts";
import type { Language } from "../../platform/texts/language.ts";
import type { Cell } from "../../platform/ui/csv.ts";
import type { PersonFile, Section } from "../contract.ts";

type Column = Section["columns"][number];
type Value = Section["rows"][number]["values"][number];

type Said = {
  readonly texts: Readonly<Record<"yes" | "no" | "valid" | "corrected", string>>;
  readonly language: Language;
};

/** What a type's whole numbers are parts of. */
const PARTS: Readonly<Record<string, number>> = { thousandths: 1000, hours: 100, amount: 100 };

/** A value as a person reads it; null when there is none. */
export function cellOf(value: Value, { codes, type }: Pick<Column, "codes" | "type">, said: Said): Cell {
  const { texts, language } = said;
  if (typeof value === "boolean") return value ? texts.yes : texts.no;
  if (typeof value === "number") return value / (PARTS[type] ?? 1);
  return value === null ? null : (codes[value]?.[language] ?? formatDay(value, language));
}

/** A person's file as one table for a spreadsheet: kind, row, column, value, and whether it still stands. */
export function fileAsRows(file: PersonFile, said: Said): readonly (readonly Cell[])[] {
  return file.sections.flatMap((section) =>
    section.rows.flatMap(({ values, believed }, row) =>
      section.columns.map((column, at) => [
        section.label[said.language],
        row + 1,
        column.label[said.language],
        cellOf(values[at] ?? null, column, said),
        believed ? said.texts.valid : said.texts.corrected,
      ]),
    ),
  );
}
