import { type Day, dayOf, daysInMonth } from "../../platform/kernel/day.ts";

/** A CPR number: ten digits that begin with a real birthday. */
export type Cpr = {
  readonly kind: "cpr";
  /** Ten digits, without the hyphen. */
  readonly number: string;
  readonly born: Day;
  readonly sex: "kvinde" | "mand";
  /** False since 1 October 2007 for some: a reason to look twice, never to refuse. */
  readonly passesModulus11: boolean;
};

/**
 * A replacement number another system gave (letters in it, or sixty added to the day). It tells nothing about birthday or sex, and is
 * never turned into a CPR number.
 */
export type Replacement = { readonly kind: "replacement"; readonly number: string };

/** Why something is neither. `missing_zero`: nine digits, as a spreadsheet leaves them that took the number for an amount. */
export type NotCpr = { readonly kind: "wrong"; readonly fault: "shape" | "missing_zero" | "date" };

const PARTS = /^([0-9A-Z]{6})[- ]?([0-9A-Z]{4})$/i;
const CPR_SHAPE = /(?<!\w)(?:[0-2]\d|3[01]|[67]\d|8\d|9[01])(?:0[1-9]|1[0-2])\d{2}[- ]?\d{4}(?!\w)/;
const DIGITS = /^\d{10}$/;
const WEIGHTS = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1] as const;
const REPLACEMENT_DAYS = 60;

/** Reads `DDMMYY-SSSS` or its ten characters. Spaces around it do not count. */
export function readCpr(text: string): Cpr | Replacement | NotCpr {
  const trimmed = text.trim();
  if (/^\d{9}$/.test(trimmed)) return { kind: "wrong", fault: "missing_zero" };
  const [, birthday = "", serial = ""] = PARTS.exec(trimmed) ?? [];
  const number = (birthday + serial).toUpperCase();
  if (number === "" || !/\d/.test(number)) return { kind: "wrong", fault: "shape" };
  if (!DIGITS.test(number)) return { kind: "replacement", number };
  const born = birthdayOf(number);
  if (born === null) return isReplacement(number) ? { kind: "replacement", number } : { kind: "wrong", fault: "date" };
  const sex = Number(number[9]) % 2 === 1 ? "mand" : "kvinde";
  return { kind: "cpr", number, born, sex, passesModulus11: passesModulus11(number) };
}

/** The first six characters with the last four hidden: `010190-****`. */
export function maskedCpr(number: string): string {
  return `${number.slice(0, 6)}-****`;
}

/** As people write it: `010190-4321`. */
export function writtenCpr(number: string): string {
  return `${number.slice(0, 6)}-${number.slice(6)}`;
}

/** Does a text hold a birthday and four digits, as a CPR number does? Free texts must not. */
export function holdsCpr(text: string): boolean {
  return CPR_SHAPE.test(text);
}

/** The full year a CPR number's two year digits stand for; the seventh digit tells the century. */
export function yearOfCpr(yearInCentury: number, seventhDigit: number): number {
  if (seventhDigit <= 3) return 1900 + yearInCentury;
  if (seventhDigit === 4 || seventhDigit === 9) return (yearInCentury <= 36 ? 2000 : 1900) + yearInCentury;
  return (yearInCentury <= 57 ? 2000 : 1800) + yearInCentury;
}

function birthdayOf(number: string): Day | null {
  const [day, month, year] = [Number(number.slice(0, 2)), Number(number.slice(2, 4)), Number(number.slice(4, 6))];
  const fullYear = yearOfCpr(year, Number(number[6]));
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(fullYear, month)) return null;
  return dayOf(fullYear, month, day);
}

function isReplacement(number: string): boolean {
  const day = Number(number.slice(0, 2)) - REPLACEMENT_DAYS;
  return day >= 1 && birthdayOf(String(day).padStart(2, "0") + number.slice(2)) !== null;
}

function passesModulus11(number: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(number[at]), 0);
  return sum % 11 === 0;
}
