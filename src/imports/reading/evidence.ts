import { readCpr } from "../../citizens/public.ts";
import type { Column, Fact } from "../../platform/kernel/fact.ts";
import type { Reading } from "../contract.ts";
import { orderSeen } from "../rules/days.ts";
import { marksSeen } from "../rules/numbers.ts";
import type { FileForm, Rows } from "./sheet.ts";

const SERIAL = /^\d{5}$/;
const NUMBERS = new Set<Column["type"]>(["int", "thousandths", "hours", "amount", "number"]);

type Cell = { readonly fact: Fact; readonly spec: Column };

/** What a column's first values tell about how they are to be read; what they do not tell is left open. */
export function readingSeen({ fact, spec }: Cell, values: readonly string[], form: FileForm): Reading {
  const filled = values.filter((value) => value !== "");
  if (spec.type === "day") return datesSeen(filled, form);
  if (NUMBERS.has(spec.type)) return numbersSeen(filled, form);
  const isCitizen = spec.refers === "citizens" || (fact.name === "citizens" && spec.name === "id");
  return isCitizen && filled.length > 0 && filled.every(isNumber) ? { as: "cpr" } : {};
}

/** Ten digits that are a CPR or a replacement number: ids of other systems with letters in them are left alone. */
function isNumber(value: string): boolean {
  return /^\d{6}[- ]?\d{4}$/.test(value) && readCpr(value).kind !== "wrong";
}

/** The values of one column among the first rows. */
export function valuesOf(sample: Rows, at: number): readonly string[] {
  return sample.map(({ cells }) => cells[at] ?? "");
}

/** Five digits in every row of a spreadsheet's column of dates are Excel's own numbers, shown without their style. */
function datesSeen(values: readonly string[], form: FileForm): Reading {
  if (form.kind === "xlsx" && values.length > 0 && values.every((value) => SERIAL.test(value))) {
    return { dates: `serial-${form.dates}` };
  }
  const dates = orderSeen(values);
  return dates === "dmy" || dates === "mdy" ? { dates } : {};
}

/** A spreadsheet's numbers come with a decimal comma (see `xlsx/`). */
function numbersSeen(values: readonly string[], form: FileForm): Reading {
  const decimal = form.kind === "xlsx" ? "," : marksSeen(values);
  return decimal === "," || decimal === "." ? { decimal } : {};
}
