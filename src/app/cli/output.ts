import { fill } from "../../platform/texts/catalogue.ts";
import { da } from "../texts.da.ts";
import { en } from "../texts.en.ts";

/** How a command answers: as JSON for programs, or as a table and sentences for people in their language. */
export type Output = {
  readonly format: "json" | "table";
  readonly language: "da" | "en";
  readonly line: (text: string) => void;
  readonly complain: (text: string) => void;
};

type Texts = (typeof en)["cli"];

/** A sentence of the command line in the output's language. */
export function say(
  output: Pick<Output, "language">,
  key: keyof Texts,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return fill((output.language === "da" ? da : en).cli[key], values);
}

/** A sentence about backups in the output's language. */
export function sayOfBackup(
  output: Pick<Output, "language">,
  key: keyof (typeof en)["backup"],
  values: Readonly<Record<string, string | number>> = {},
): string {
  return fill((output.language === "da" ? da : en).backup[key], values);
}

/** The word for a status in the output's language. */
export function statusWord(output: Pick<Output, "language">, status: keyof (typeof en)["status"]): string {
  return (output.language === "da" ? da : en).status[status];
}

/** Rows as aligned columns, the first being the head. */
export function asTable(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
  return rows
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
