import type { Column } from "../../platform/kernel/fact.ts";
import { nearest } from "../../platform/kernel/nearest.ts";
import type { MappedColumn } from "../contract.ts";
import type { Field } from "../layout.ts";
import type { Fault } from "../problem.ts";
import { isoFrom } from "../rules/days.ts";
import { folded } from "../rules/letters.ts";
import { plainNumber } from "../rules/numbers.ts";
import type { Reader } from "../values.ts";
import { takenAs } from "./taken-as.ts";

/** What a row's values are held against. */
export type Against = {
  /** As `2021-12-31`. */
  readonly today: string;
  readonly earliest: string;
  /** The id of the citizen with a CPR number, or why there is none. Without it no CPR number is taken for a citizen. */
  readonly citizenOf?: ((number: string) => string | Fault) | undefined;
};

const REMEMBERED = 50_000;
const YES = new Set(["ja", "j", "x", "1", "true", "sand", "yes", "y"]);
const NO = new Set(["nej", "n", "0", "false", "falsk", "no"]);
const HUNDREDTHS = /^(-?)(\d+)(?:\.(\d{1,2}))?$/;

/** The reader of a field's values in a file: from what stands there, by its mapping, to what is stored. */
export function readerFor(field: Field, mapped: MappedColumn, against: Against): Reader {
  const take = plainText(field, mapped, against);
  const called = codesOf(mapped);
  const read: Reader = (text) => {
    const code = called?.get(folded(text));
    if (code === undefined && mapped.strict) return unknownCode(text, mapped);
    const plain = take(code ?? text);
    return typeof plain === "string" ? field.read(plain) : plain;
  };
  const isFree = field.spec.type === "text" || field.spec.type === "key" || field.spec.type === "cpr";
  return isFree && !mapped.read?.as ? read : remembered(read);
}

/** The same texts come again and again: days above all. */
function remembered(read: Reader): Reader {
  const known = new Map<string, string>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const now = read(text);
    if (typeof now === "string" && known.size < REMEMBERED) known.set(text, now);
    return now;
  };
}

function unknownCode(text: string, { codes = {} }: MappedColumn): Fault {
  return { code: "unknown_code", suggestion: nearest(text, Object.keys(codes)) };
}

function codesOf({ codes }: MappedColumn): ReadonlyMap<string, string> | null {
  return codes ? new Map(Object.entries(codes).map(([from, to]) => [folded(from), to])) : null;
}

/** From what stands in a file to what `docs/records.md` would have there. */
function plainText({ spec }: Field, mapped: MappedColumn, against: Against): Reader {
  const reading = mapped.read ?? {};
  const { as } = reading;
  const taken: Reader = as ? (text) => takenAs(text, as, against) : (text) => text;
  switch (spec.type) {
    case "day":
      return (text) => {
        const found = taken(text);
        const day = typeof found === "string" ? isoFrom(found, reading) : found;
        return typeof day === "string" ? withinReason(day, spec, against) : day;
      };
    case "bool":
      return (text) => yesOrNo(taken(text));
    case "code":
      return codeCalled(spec, taken);
    case "text":
    case "key":
    case "cpr":
      return taken;
    default:
      return (text) => {
        const found = taken(text);
        const number = typeof found === "string" ? plainNumber(found, reading.decimal) : found;
        return typeof number === "string" ? inUnits(number, spec, reading.unit) : number;
      };
  }
}

function withinReason(day: string, spec: Column, { today, earliest }: Against): string | Fault {
  if (day < earliest) return { code: "day_too_early", values: { earliest } };
  return spec.past && day > today ? { code: "day_not_past" } : day;
}

function yesOrNo(found: string | Fault): string | Fault {
  if (typeof found !== "string") return found;
  const said = found.toLowerCase();
  return YES.has(said) ? "ja" : NO.has(said) ? "nej" : found;
}

/** A code by itself, or by its Danish or English label. */
function codeCalled(spec: Column, taken: Reader): Reader {
  const names = new Map<string, string>();
  for (const [code, label] of Object.entries(spec.codes ?? {})) {
    for (const name of [label.en, label.da, code]) names.set(folded(name), code);
  }
  const own = new Set(Object.keys(spec.codes ?? {}));
  return (text) => {
    const found = taken(text);
    return typeof found !== "string" || own.has(found) ? found : (names.get(folded(found)) ?? found);
  };
}

/** Amounts are kept in øre and shares as a part of one. */
function inUnits(number: string, spec: Column, unit: "kroner" | "oere" | "percent" | undefined): string | Fault {
  if (spec.type === "amount" && unit === "kroner") {
    const [, sign = "", whole = "", fraction = ""] = HUNDREDTHS.exec(number) ?? [];
    return whole === ""
      ? { code: "too_many_decimals", values: { most: 2 } }
      : `${sign}${whole}${fraction.padEnd(2, "0")}`;
  }
  if (spec.type === "amount" && unit === undefined) return { code: "ambiguous_amount" };
  if (unit !== "percent") return number;
  const [whole = "", fraction = ""] = number.replace("-", "").split(".");
  const digits = whole.padStart(3, "0") + fraction;
  const share = `${digits.slice(0, whole.padStart(3, "0").length - 2)}.${digits.slice(whole.padStart(3, "0").length - 2)}`;
  return `${number.startsWith("-") ? "-" : ""}${share.replace(/\.?0+$/, "")}`;
}
