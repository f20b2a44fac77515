import type { Cell } from "../../platform/files/public.ts";
import type { MappedColumn } from "../contract.ts";
import type { Field } from "../layout.ts";
import { isoFrom } from "../rules/days.ts";
import { plainNumber } from "../rules/numbers.ts";

/** A mapped column of a file: our field and how its values are read. */
export type TypedColumn = { readonly field: Field; readonly mapped: MappedColumn };

const NUMBERS = new Set(["int", "thousandths", "hours", "amount", "number"]);
/** Digits a spreadsheet keeps of a number. */
const DIGITS = 15;

/**
 * A file's cell as a spreadsheet should have it: days and numbers of columns that hold such are real ones, all else is text, numbers that
 * name people and companies among it. What would be read as something else from the spreadsheet than from the file stays text.
 */
export function typedCell(text: string, column: TypedColumn | null): Cell {
  if (text === "" || column === null || column.mapped.read?.as) return text;
  const { spec } = column.field;
  const reading = column.mapped.read ?? {};
  if (spec.type === "day") {
    const day = isoFrom(text, reading);
    return typeof day === "string" ? { day } : text;
  }
  return NUMBERS.has(spec.type) ? numberOrText(text, reading.decimal) : text;
}

function numberOrText(text: string, decimal: "," | "." | undefined): Cell {
  const plain = plainNumber(text, decimal);
  if (typeof plain !== "string" || plain.replace(/\D/g, "").length > DIGITS) return text;
  const number = Number(plain);
  // A spreadsheet shows neither zeros at the end nor a zero with a minus; without them the number must still be read as the same.
  const asRead = plainNumber(String(number).replace(".", ","), decimal);
  return typeof asRead === "string" && Object.is(Number(asRead), number) ? number : text;
}
