import type { Readable } from "node:stream";
import { type Cell, csvFile, workbook } from "../platform/files/public.ts";
import type { Bilingual } from "../platform/kernel/fact.ts";
import type { ComparedFact, Reconciliation } from "./contract.ts";

/** How a file is written. */
export type FileFormat = "csv" | "xlsx";

/** In which form and language a file is wanted. */
export type AskedFile = { readonly format: FileFormat; readonly language: "da" | "en" };

type Row = readonly Cell[];

const HEADS = {
  da: ["Slags", "Hvad", "Borger", "Ydelse eller art", "Måned", "I udtrækket", "Registreret", "Forskel"],
  en: ["Fact", "What", "Citizen", "Benefit or kind", "Month", "In the extract", "Recorded", "Difference"],
} as const;

const WHAT = {
  person: { da: "person", en: "person" },
  days: { da: "dage", en: "days" },
  kroner: { da: "kr.", en: "DKK" },
  sheet: { da: "Forskelle", en: "Differences" },
} as const satisfies Record<string, Bilingual>;

const OERE = 100;

/** Every listed difference of a reconciliation as a file for a spreadsheet: months are real dates, amounts are kroner. */
export function differencesFile({ facts }: Reconciliation, { format, language }: AskedFile): Readable {
  const rows: Row[] = [HEADS[language], ...facts.flatMap((fact) => rowsOf(fact, language))];
  return format === "csv" ? csvFile(rows) : workbook(rows, { name: WHAT.sheet[language] });
}

function rowsOf(compared: ComparedFact, language: "da" | "en"): readonly Row[] {
  const { fact, persons, days, months, amounts, kinds } = compared;
  const name = fact.label[language];
  const person = WHAT.person[language];
  const day = WHAT.days[language];
  const kindOf = (kind: string | null): string => (kind === null ? "" : (kinds[kind]?.[language] ?? kind));
  const sums = (what: string, list: ComparedFact["months"], asCell: (sum: number) => Cell): readonly Row[] =>
    list
      .filter(({ extract, records }) => extract !== records)
      .map(({ kind, of, extract, records }) => {
        const figures = [extract, records, extract - records].map(asCell);
        return [name, what, "", kindOf(kind), { day: `${of}-01`, shown: "month" }, ...figures];
      });
  const kroner = (oere: number): Cell => ({ number: oere / OERE, decimals: 2 });
  return [
    ...(persons?.extract ?? []).map((id): Row => [name, person, id, "", null, 1, 0, 1]),
    ...(persons?.records ?? []).map((id): Row => [name, person, id, "", null, 0, 1, -1]),
    ...(days?.rows ?? []).map(({ citizen, kind, extract, records }): Row => {
      return [name, day, citizen, kindOf(kind), null, extract, records, extract - records];
    }),
    ...sums(day, months, (sum) => sum),
    ...amounts.flatMap(({ column, sums: list }) =>
      sums(`${column[language].toLowerCase()} (${WHAT.kroner[language]})`, list, kroner),
    ),
  ];
}
