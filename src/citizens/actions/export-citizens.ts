import type { Readable } from "node:stream";
import { unitNames } from "../../organisation/public.ts";
import { logAccess } from "../../platform/audit/log-access.ts";
import type { Tx } from "../../platform/db/public.ts";
import { type Cell, csvFile, workbook } from "../../platform/files/public.ts";
import { isoDay } from "../../platform/kernel/day.ts";
import type { CitizenExportAsk, CitizenRow } from "../contract.ts";
import { da } from "../texts.da.ts";
import { en } from "../texts.en.ts";
import { findPeople, rowsOf } from "./list-citizens.ts";
import { CASE_WORK, type Looking } from "./looking.ts";

/** A file made of the list; its content is made while it is read. */
export type ExportedFile = { readonly fileName: string; readonly mediaType: string; readonly content: Readable };

/** Runs something in a transaction of the reader's session. */
export type InSession = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

type Row = readonly Cell[];

const BATCH = 1000;
const MEDIA_TYPES = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

/**
 * The whole list, without pages, as a file for a spreadsheet: real dates, no text that runs as a formula, and of protected citizens neither
 * name nor birthday. Citizens whose data may only be stored are left out. Who is in it is found and logged first, in one transaction;
 * then they are read some at a time, as fast as the file is taken, so that neither memory nor a transaction grows with the list.
 */
export async function exportCitizens(run: InSession, asked: CitizenExportAsk, who: Looking): Promise<ExportedFile> {
  const { format, language, ...filters } = asked;
  const keys = await run(async (tx) => {
    const { ids } = await findPeople(tx, filters, { who, restricted: NOBODY });
    const found = await who.mayLeave(tx, ids);
    await logAccess(tx, {
      user: who.user,
      action: "citizens.export",
      purpose: CASE_WORK,
      keys: found,
      data: ["citizens"],
    });
    return found;
  });
  const { export: texts } = language === "da" ? da : en;
  const rows = linesOf(run, { keys, who, language });
  return {
    fileName: `${texts.file}-${isoDay(who.on)}.${format}`,
    mediaType: MEDIA_TYPES[format],
    content: format === "csv" ? csvFile(rows) : workbook(rows, { name: texts.file }),
  };
}

type Chosen = { readonly keys: readonly string[]; readonly who: Looking; readonly language: "da" | "en" };

async function* linesOf(run: InSession, { keys, who, language }: Chosen): AsyncGenerator<Row> {
  yield Object.values((language === "da" ? da : en).export.columns);
  for (let at = 0; at < keys.length; at += BATCH) {
    const ids = keys.slice(at, at + BATCH);
    const rows = await run((tx) => readRows(tx, ids, who));
    for (const id of ids) {
      const row = rows.get(id);
      if (row) yield cellsOf(row, language);
    }
  }
}

/** Some citizens as they are now: who was restricted or moved out of sight since the list was made is not among them. */
async function readRows(tx: Tx, ids: readonly string[], who: Looking): Promise<ReadonlyMap<string, CitizenRow>> {
  const seen = { on: who.on, restricted: NOBODY, units: await unitNames(tx) };
  const rows = await rowsOf(tx, await who.mayLeave(tx, ids), seen);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Those whose data may only be stored are out of the file by their ids already. */
const NOBODY: ReadonlySet<string> = new Set();

function cellsOf(row: CitizenRow, language: "da" | "en"): Row {
  const words = language === "da" ? da : en;
  return [
    row.id,
    row.name,
    row.protected ? words.export.yes : words.export.no,
    row.age,
    row.benefits.map(({ label }) => label[language]).join(", "),
    row.targetGroup?.label[language] ?? null,
    row.unit?.name ?? row.unit?.id ?? null,
    row.staff?.name ?? row.staff?.id ?? null,
    row.since === null ? null : { day: row.since },
    row.weeks,
  ];
}
