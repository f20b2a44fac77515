import { fromSerial } from "../../rules/days.ts";

/** What a cell is, as its tag and its parts say. */
export type Cell = {
  readonly type: string;
  readonly style: number;
  readonly value: string;
  readonly inline: string;
};

/** What is needed to read a workbook's cells. */
export type CellBook = {
  readonly texts: readonly string[];
  readonly dateStyles: readonly boolean[];
  readonly dates: "1900" | "1904";
};

const DAY_MINUTES = 24 * 60;
/** Digits a spreadsheet keeps of a number; the last ones of the stored number are noise. */
const DIGITS = 15;

/**
 * A cell as the text somebody would have written in a Danish file: dates by their style, numbers with a decimal comma (so that
 * `1.234` is never taken for a thousand), yes and no as words.
 */
export function cellText(cell: Cell, book: CellBook): string {
  switch (cell.type) {
    case "s":
      return (book.texts[Number(cell.value)] ?? "").trim();
    case "inlineStr":
      return cell.inline.trim();
    case "b":
      return cell.value === "" ? "" : cell.value === "1" ? "ja" : "nej";
    case "str":
    case "e":
      return cell.value.trim();
    case "d":
      return cell.value.replace(/T00:00:00(?:\.0+)?Z?$/, "");
    default:
      return numberText(cell, book);
  }
}

function numberText({ value, style }: Cell, book: CellBook): string {
  const number = value.trim() === "" ? Number.NaN : Number(value);
  if (!Number.isFinite(number)) return value.trim();
  if (book.dateStyles[style] && number >= 0) return dateText(number, book);
  const text = String(Number(number.toPrecision(DIGITS)));
  return text.includes("e") ? value : text.replace(".", ",");
}

/** A date, with its time of day when it has one. */
function dateText(serial: number, { dates }: CellBook): string {
  const whole = Math.floor(serial);
  const minutes = Math.round((serial - whole) * DAY_MINUTES);
  const day = fromSerial(minutes === DAY_MINUTES ? whole + 1 : whole, `serial-${dates}`);
  if (typeof day !== "string") return String(serial);
  if (minutes === 0 || minutes === DAY_MINUTES) return day;
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0"));
  return `${day} ${hours}:${rest}`;
}
