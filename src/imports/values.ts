import { addDays, FOREVER, isoDay, parseDay } from "../platform/kernel/day.ts";
import { type Column, storedColumns } from "../platform/kernel/fact.ts";
import { nearest } from "../platform/kernel/nearest.ts";
import { type Fault, looksLikeCpr } from "./problem.ts";

/** Turns a field's text into what is stored, ready for COPY's CSV; never called with an empty text. */
export type Reader = (text: string) => string | Fault;

const NEEDS_QUOTES = /[",\n\r\\]/;
const NUMBER = /^(-?)(\d+)(?:\.(\d+))?$/;
const DECIMALS = { int: 0, amount: 0, thousandths: 3, hours: 2 } as const;
const MOST = {
  int: 2_147_483_647,
  amount: Number.MAX_SAFE_INTEGER,
  thousandths: 2_000_000,
  hours: 20_000_000,
} as const;
const DAYS_REMEMBERED = 50_000;
const CPR_LENGTH = 10;

/** The reader of a column's values. */
export function readerOf(column: Column): Reader {
  switch (column.type) {
    case "day":
      return readDay;
    case "bool":
      return readBool;
    case "cpr":
      throw new Error("a CPR number is read by cprReader, which seals it");
    case "code":
      return codeReader(column);
    case "number":
      return decimalReader(column);
    case "text":
    case "key":
      return column.identifying ? readName : readText;
    default:
      return wholeReader(column, DECIMALS[column.type], MOST[column.type]);
  }
}

/** What an empty field is stored as: nothing in each column it is stored in, or the column's `whenEmpty`. */
export function storedWhenEmpty(column: Column): string {
  const { whenEmpty } = column;
  if (column.type === "cpr")
    return storedColumns(column)
      .map(() => "")
      .join(",");
  if (whenEmpty === undefined) return "";
  const text = typeof whenEmpty === "boolean" ? (whenEmpty ? "ja" : "nej") : String(whenEmpty);
  const stored = readerOf(column)(text);
  if (typeof stored !== "string") throw new Error(`whenEmpty of ${column.name} is not a value of its type`);
  return stored;
}

const afterDays = new Map<string, string>();
const days = new Set<string>();

/** A day as written. */
export function readDay(text: string): string | Fault {
  if (days.has(text)) return text;
  if (parseDay(text) === null) return { code: "not_a_day" };
  if (days.size < DAYS_REMEMBERED) days.add(text);
  return text;
}

/** A last day as written to the first day after it, since periods inside end before their last. */
export function readLastDay(text: string): string | Fault {
  const known = afterDays.get(text);
  if (known) return known;
  const day = parseDay(text);
  if (day === null) return { code: "not_a_day" };
  const after = day >= FOREVER ? isoDay(FOREVER) : isoDay(addDays(day, 1));
  if (afterDays.size < DAYS_REMEMBERED) afterDays.set(text, after);
  return after;
}

/** A text that leads to nobody, such as an id. */
export function readText(text: string): string | Fault {
  return text.length >= CPR_LENGTH && looksLikeCpr(text) ? { code: "looks_like_cpr" } : readName(text);
}

function readName(text: string): string | Fault {
  if (text.includes("\0")) return { code: "control_character" };
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function readBool(text: string): string | Fault {
  if (text === "ja") return "true";
  return text === "nej" ? "false" : { code: "not_yes_or_no" };
}

function codeReader(column: Column): Reader {
  const codes = new Set(Object.keys(column.codes ?? {}));
  return (text) => {
    if (codes.has(text)) return text;
    const choices = [...codes];
    return { code: "unknown_code", suggestion: nearest(text, choices), choices };
  };
}

function decimalReader(column: Column): Reader {
  return (text) => {
    if (!NUMBER.test(text)) return { code: "not_a_number" };
    return outside(column, Number(text)) ?? text;
  };
}

/** Numbers with a fixed number of decimals, kept whole: 0.5 as 500 thousandths. By digits, so that nothing is rounded. */
function wholeReader(column: Column, decimals: number, most: number): Reader {
  return (text) => {
    const parts = NUMBER.exec(text);
    if (!parts) return { code: "not_a_number" };
    const [, sign = "", whole = "", fraction = ""] = parts;
    if (fraction.length > decimals) {
      return decimals === 0 ? { code: "not_whole" } : { code: "too_many_decimals", values: { most: decimals } };
    }
    const stored = Number(sign + whole + fraction.padEnd(decimals, "0"));
    const fault = outside({ min: -most / 10 ** decimals, max: most / 10 ** decimals, ...column }, Number(text));
    return fault ?? String(stored === 0 ? 0 : stored);
  };
}

function outside({ min, max }: { readonly min?: number; readonly max?: number }, value: number): Fault | null {
  if (min !== undefined && value < min) return { code: "too_small", values: { min } };
  return max !== undefined && value > max ? { code: "too_large", values: { max } } : null;
}
