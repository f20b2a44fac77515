import type { Bilingual } from "../platform/kernel/fact.ts";
import type { ComparedFact, Reconciliation } from "./contract.ts";

type Row = readonly (string | number)[];

const HEADS = {
  da: ["Slags", "Hvad", "Borger", "Kode", "Måned", "I udtrækket", "Registreret", "Forskel"],
  en: ["Fact", "What", "Citizen", "Code", "Month", "In the extract", "Recorded", "Difference"],
} as const;

const WHAT = {
  person: { da: "person", en: "person" },
  days: { da: "dage", en: "days" },
} as const satisfies Record<string, Bilingual>;

/** Every listed difference of a reconciliation as CSV that a Danish spreadsheet opens. */
export function differencesAsCsv({ facts }: Reconciliation, language: "da" | "en"): string {
  const rows: Row[] = [HEADS[language], ...facts.flatMap((fact) => rowsOf(fact, language))];
  return `\uFEFF${rows.map((row) => row.map(quoted).join(";")).join("\r\n")}\r\n`;
}

function rowsOf({ fact, persons, days, months, amounts }: ComparedFact, language: "da" | "en"): readonly Row[] {
  const name = fact.label[language];
  const person = WHAT.person[language];
  const day = WHAT.days[language];
  const sums = (what: string, list: ComparedFact["months"]): readonly Row[] =>
    list
      .filter(({ extract, records }) => extract !== records)
      .map(({ kind, of, extract, records }) => [name, what, "", kind ?? "", of, extract, records, extract - records]);
  return [
    ...(persons?.extract ?? []).map((id) => [name, person, id, "", "", 1, 0, 1]),
    ...(persons?.records ?? []).map((id) => [name, person, id, "", "", 0, 1, -1]),
    ...(days?.rows ?? []).map(({ citizen, kind, extract, records }) => [
      name,
      day,
      citizen,
      kind ?? "",
      "",
      extract,
      records,
      extract - records,
    ]),
    ...sums(day, months),
    ...amounts.flatMap(({ column, sums: list }) => sums(column[language].toLowerCase(), list)),
  ];
}

/** A cell; what a spreadsheet would compute is made text by a space before it. */
function quoted(cell: string | number): string {
  const text = String(cell);
  const harmless = typeof cell === "string" && /^[=+@\t-]/.test(text) ? ` ${text}` : text;
  return /[";\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
