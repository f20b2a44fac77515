import { type Day, isoDay } from "../../platform/kernel/day.ts";
import type { Fact } from "../../platform/kernel/fact.ts";
import { type DemoRow, type DemoValue, WHEN_COLUMNS } from "../contract.ts";

/** The columns of a fact's CSV file, in order: id, when it held, its own columns, when it was known. */
export function csvColumns(fact: Fact): readonly string[] {
  const when = { spell: ["first_day", "last_day"], event: ["day"], entity: [] }[fact.shape];
  return ["id", ...when, ...fact.columns.map((column) => column.name), "known_from", "known_until"];
}

/** A value as CSV: days as ISO dates, truth as ja/nej, missing as nothing; texts that need it are quoted. */
function field(value: DemoValue | undefined, isDay: boolean, days: Map<number, string>): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "boolean") return value ? "ja" : "nej";
  if (typeof value === "string") return /[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
  if (!isDay) return String(value);
  const known = days.get(value);
  if (known !== undefined) return known;
  const text = isoDay(value as Day);
  days.set(value, text);
  return text;
}

/** A function that writes a fact's rows as CSV lines, each ended by a newline. */
export function csvWriter(fact: Fact): (rows: readonly DemoRow[]) => string {
  const days = new Map<number, string>();
  const dayTyped = fact.columns.filter((column) => column.type === "day").map((column) => column.name);
  const columns = csvColumns(fact).map((name) => ({
    name,
    isDay: WHEN_COLUMNS.includes(name) || dayTyped.includes(name),
  }));
  return (rows) => {
    let text = "";
    for (const row of rows) {
      text += `${columns.map(({ name, isDay }) => field(row[name], isDay, days)).join(",")}\n`;
    }
    return text;
  };
}
