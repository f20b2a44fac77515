import { addDays, FOREVER, isoDay, parseDay } from "../../platform/kernel/day.ts";

/** How a value of the records is written for people: as files write it. Empty when it is missing. */
export function shownValue(stored: unknown, column: { readonly stored: string; readonly type: string }): string {
  if (stored === null || stored === undefined) return "";
  const text = String(stored);
  if (column.stored === "until_day") return lastDay(text);
  switch (column.type) {
    case "bool":
      return text === "true" ? "ja" : "nej";
    case "thousandths":
      return decimals(text, 3);
    case "hours":
      return decimals(text, 2);
    default:
      return text;
  }
}

function lastDay(until: string): string {
  const day = parseDay(until);
  return day === null || day >= FOREVER ? "" : isoDay(addDays(day, -1));
}

/** A whole number of parts as a decimal number, by its digits so that nothing is rounded: 500 thousandths is 0.5. */
function decimals(text: string, places: number): string {
  const negative = text.startsWith("-");
  const digits = (negative ? text.slice(1) : text).padStart(places + 1, "0");
  const fraction = digits.slice(-places).replace(/0+$/, "");
  const whole = digits.slice(0, -places);
  return `${negative ? "-" : ""}${whole}${fraction === "" ? "" : `.${fraction}`}`;
}
