import type { Readable } from "node:stream";
import { type Cell, csvFile, workbook } from "../platform/files/public.ts";
import type { Day } from "../platform/kernel/day.ts";
import { FIELDS } from "./contract.ts";
import type { LawFileAsk, RuleLine } from "./page.ts";
import { lawDifference, lawOnDay, type Reading } from "./read-page.ts";
import { isFound } from "./rules/find-rules.ts";
import { da } from "./texts.da.ts";
import { en } from "./texts.en.ts";
import { areaWords } from "./words.ts";

type Texts = typeof en;

/** A file made of the rules; its content is made while it is read. */
export type LawFile = { readonly fileName: string; readonly content: Readable };

type Asked = Omit<LawFileAsk, "on" | "against"> & { readonly on: Day; readonly against: Day | null };

/** The rules in force on a day, or the difference between two, found and filtered as the page shows them, as a file for a spreadsheet. */
export function lawFile(reading: Reading, asked: Asked): LawFile {
  const texts = asked.language === "da" ? da : en;
  const rows = asked.against === null ? inForceRows(reading, asked) : changeRows(reading, asked, asked.against);
  const name = texts.file.name;
  return {
    fileName: `${name}-${rows.days}.${asked.format}`,
    content: asked.format === "csv" ? csvFile(rows.rows) : workbook(rows.rows, { name }),
  };
}

type Rows = { readonly days: string; readonly rows: readonly (readonly Cell[])[] };

const textsOf = ({ language }: Asked): Texts => (language === "da" ? da : en);

function inForceRows(reading: Reading, asked: Asked): Rows {
  const { on, rules } = lawOnDay(reading, asked.on);
  const found = rules.filter((rule) => isFound(rule, asked));
  return { days: on, rows: [headOf(asked), ...found.map((rule) => cellsOf(rule, asked))] };
}

function changeRows(reading: Reading, asked: Asked, against: Day): Rows {
  const { before, after, came, went, changed } = lawDifference(reading, [asked.on, against], asked.group);
  const { file, field } = textsOf(asked);
  const one = (change: string) => (line: RuleLine) => [change, "", ...cellsOf(line, asked)];
  const found = (lines: readonly { readonly rule: RuleLine }[]): readonly RuleLine[] =>
    lines.map(({ rule }) => rule).filter((rule) => isFound(rule, asked));
  const both = changed
    .filter((pair) => isFound(pair.before, asked) || isFound(pair.after, asked))
    .flatMap((pair) => {
      const differing = pair.differing.map((name) => field[name]).join(", ");
      return [
        [file.before, differing, ...cellsOf(pair.before, asked)],
        [file.after, differing, ...cellsOf(pair.after, asked)],
      ];
    });
  const rows = [...found(came).map(one(file.came)), ...found(went).map(one(file.went)), ...both];
  return { days: `${before}-${after}`, rows: [[file.change, file.differing, ...headOf(asked)], ...rows] };
}

function headOf(asked: Asked): readonly Cell[] {
  const { file, field } = textsOf(asked);
  const fixed = [file.id, file.area, file.norm, file.enforced, file.first, file.last, file.unverified];
  return [...fixed, ...FIELDS.map((name) => field[name])];
}

function cellsOf(line: RuleLine, asked: Asked): readonly Cell[] {
  const { file, norm, mark } = textsOf(asked);
  const said = new Map(line.fields.map(({ name, text }) => [name, text[asked.language]]));
  return [
    line.id,
    areaWords[line.area]?.[asked.language] ?? line.area,
    norm[line.norm],
    line.isEnforced ? file.yes : file.no,
    { day: line.first },
    line.last === null ? null : { day: line.last },
    line.unverified.map((what) => mark.unverified[what]).join(" ") || null,
    ...FIELDS.map((name) => said.get(name) ?? null),
  ];
}
