import { logAccess } from "../../platform/audit/log-access.ts";
import type { Tx } from "../../platform/db/public.ts";
import type { Cell } from "../../platform/files/public.ts";
import { isoDay } from "../../platform/kernel/day.ts";
import { DAY_COLUMNS, type DayColumn } from "../columns.ts";
import type { DayFileAsk, DutyLine } from "../day.ts";
import { da } from "../texts.da.ts";
import { en } from "../texts.en.ts";
import { type DayLooking, linesOfDay } from "./my-day.ts";

/** The list of the day as rows of a file, its heading first. */
export type DayFile = { readonly name: string; readonly rows: readonly (readonly Cell[])[] };

type Asked = DayFileAsk & { readonly language: "da" | "en" };
type Column = {
  readonly heads: readonly (keyof typeof da.export.columns)[];
  readonly cells: (line: DutyLine, language: "da" | "en") => readonly Cell[];
};

/** What each column of the list is in a file: some are two there, so that numbers stay numbers. */
const COLUMNS: Readonly<Record<DayColumn, Column>> = {
  due: { heads: ["due"], cells: ({ due }) => [dayCell(due)] },
  citizen: {
    heads: ["citizen", "name"],
    cells: ({ citizen, name, isProtected }, language) => [
      citizen,
      isProtected ? (language === "da" ? da : en).export.hidden : name,
    ],
  },
  what: { heads: ["what"], cells: ({ what }, language) => [what[language]] },
  rule: { heads: ["rule"], cells: ({ why }) => [why.rule] },
  paragraph: { heads: ["paragraph"], cells: ({ why }) => [why.paragraph] },
  status: { heads: ["status"], cells: ({ status }, language) => [(language === "da" ? da : en).status[status]] },
  late: { heads: ["late"], cells: ({ lateSince }) => [dayCell(lateSince)] },
  progress: { heads: ["counted", "needed"], cells: ({ counted, needed }) => [counted, needed] },
  booked: { heads: ["booked"], cells: ({ booked }) => [dayCell(booked)] },
  unit: { heads: ["unit"], cells: ({ unitName }) => [unitName] },
  staff: { heads: ["staff"], cells: ({ staffName }) => [staffName] },
};

/**
 * The duties of the day that a filter leaves, without pages, for a spreadsheet: the columns that are asked for (ASK-20), real dates, no name of the protected, and
 * nobody whose data may only be stored. Logged with everybody in it.
 */
export async function exportDay(tx: Tx, { language, columns, ...asked }: Asked, who: DayLooking): Promise<DayFile> {
  const texts = language === "da" ? da : en;
  const lines = await linesOfDay(tx, { ...asked, page: 1 }, who);
  await logAccess(tx, {
    user: who.user,
    action: "duties.export",
    purpose: "case work",
    keys: [...new Set(lines.map(({ citizen }) => citizen))],
    data: ["obligations", "appointments"],
  });
  const named = columns?.split(",");
  const shown = DAY_COLUMNS.filter((id) => named === undefined || named.includes(id)).map((id) => COLUMNS[id]);
  return {
    name: `${texts.export.file}-${isoDay(who.on)}`,
    rows: [
      shown.flatMap(({ heads }) => heads.map((head) => texts.export.columns[head])),
      ...lines.map((line) => shown.flatMap(({ cells }) => cells(line, language))),
    ],
  };
}

function dayCell(iso: string | null): Cell {
  return iso === null ? null : { day: iso };
}
