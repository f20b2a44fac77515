import { staffNames, unitNames } from "../../organisation/public.ts";
import { logAccess } from "../../platform/audit/log-access.ts";
import type { Tx } from "../../platform/db/public.ts";
import type { Cell } from "../../platform/files/public.ts";
import { isoDay } from "../../platform/kernel/day.ts";
import type { DutyLine, MyDayAsk } from "../day.ts";
import { da } from "../texts.da.ts";
import { en } from "../texts.en.ts";
import { type DayLooking, linesOfDay } from "./my-day.ts";

/** The list of the day as rows of a file, its heading first. */
export type DayFile = { readonly name: string; readonly rows: readonly (readonly Cell[])[] };

type Asked = Omit<MyDayAsk, "page"> & { readonly language: "da" | "en" };

/**
 * The duties of the day that a filter leaves, without pages, for a spreadsheet: real dates, the rule with its paragraph, no name of the protected, and
 * nobody whose data may only be stored. Logged with everybody in it.
 */
export async function exportDay(tx: Tx, { language, ...asked }: Asked, who: DayLooking): Promise<DayFile> {
  const texts = language === "da" ? da : en;
  const lines = await linesOfDay(tx, { ...asked, page: 1 }, who);
  await logAccess(tx, {
    user: who.user,
    action: "duties.export",
    purpose: "case work",
    keys: [...new Set(lines.map(({ citizen }) => citizen))],
    data: ["obligations", "appointments"],
  });
  const units = await unitNames(tx);
  const staff = await staffNames(
    tx,
    lines.flatMap((line) => line.staff ?? []),
  );
  const cells = (line: DutyLine): readonly Cell[] => [
    dayCell(line.due),
    line.citizen,
    line.name,
    line.what[language],
    line.why.rule,
    line.why.paragraph,
    texts.status[line.status],
    dayCell(line.lateSince),
    line.counted,
    line.needed,
    dayCell(line.booked),
    line.unit === null ? null : (units.get(line.unit) ?? line.unit),
    line.staff === null ? null : (staff.get(line.staff) ?? line.staff),
  ];
  return {
    name: `${texts.export.file}-${isoDay(who.on)}`,
    rows: [Object.values(texts.export.columns), ...lines.map(cells)],
  };
}

function dayCell(iso: string | null): Cell {
  return iso === null ? null : { day: iso };
}
