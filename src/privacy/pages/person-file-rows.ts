import { formatDay } from "../../platform/texts/format.ts";
import type { Language } from "../../platform/texts/language.ts";
import type { Cell } from "../../platform/ui/csv.ts";
import type { PersonFile, Section } from "../contract.ts";

type Said = {
  readonly texts: Readonly<Record<"yes" | "no" | "valid" | "corrected", string>>;
  readonly language: Language;
};

/** A value as a person reads it; null when there is none. */
export function cellOf(value: Section["rows"][number]["values"][number], { texts, language }: Said): Cell {
  if (typeof value === "boolean") return value ? texts.yes : texts.no;
  return typeof value === "string" ? formatDay(value, language) : value;
}

/** A person's file as one table for a spreadsheet: kind, row, column, value, and whether it still stands. */
export function fileAsRows(file: PersonFile, said: Said): readonly (readonly Cell[])[] {
  return file.sections.flatMap((section) =>
    section.rows.flatMap(({ values, believed }, row) =>
      section.columns.map(({ label }, at) => [
        section.label[said.language],
        row + 1,
        label[said.language],
        cellOf(values[at] ?? null, said),
        believed ? said.texts.valid : said.texts.corrected,
      ]),
    ),
  );
}
