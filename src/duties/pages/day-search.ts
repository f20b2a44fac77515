import { COLUMNS_TEXT } from "../columns.ts";
import { DAY_FILTERS, type DayFilter } from "../rules/day-list.ts";

/** What the page My day shows, as its address has it. Nobody is named in it. */
export type DaySearch = {
  readonly hvis?: "enhed" | undefined;
  readonly vis?: DayFilter | undefined;
  readonly regel?: string | undefined;
  /** An area of the law. */
  readonly emne?: string | undefined;
  /** Of the whole unit: somebody's id among the staff, or `ingen` for what is on nobody's list; and a unit's id. */
  readonly medarbejder?: string | undefined;
  readonly enhed?: string | undefined;
  readonly side?: number | undefined;
  /** The columns of the list, with commas between; those of this browser when it names none. */
  readonly kolonner?: string | undefined;
  /** How many weeks without a conversation are long. */
  readonly uger?: number | undefined;
};

/** How many weeks without a conversation can be chosen as long, and which of them is so usually. */
export const LONG_WEEKS = [4, 6, 8, 12, 26, 52] as const;
export const USUAL_WEEKS = 6;

/** The duties on nobody's list, as the address has them. */
export const ON_NO_LIST = "ingen";

/** Reads the page's address; what is not understood is left out. */
export function readDaySearch(search: Readonly<Record<string, unknown>>): DaySearch {
  const filter = DAY_FILTERS.find((one) => one === search.vis);
  const page = Number(search.side);
  const weeks = Number(search.uger);
  return {
    ...(search.hvis === "enhed" ? { hvis: "enhed" as const } : {}),
    ...(filter ? { vis: filter } : {}),
    ...textIn(search, "regel"),
    ...textIn(search, "emne"),
    ...(search.hvis === "enhed" ? { ...textIn(search, "medarbejder"), ...textIn(search, "enhed") } : {}),
    ...(typeof search.kolonner === "string" && COLUMNS_TEXT.test(search.kolonner) ? { kolonner: search.kolonner } : {}),
    ...(Number.isInteger(page) && page > 1 ? { side: page } : {}),
    ...(Number.isInteger(weeks) && weeks >= 1 && weeks <= 104 ? { uger: weeks } : {}),
  };
}

/** A part of the address that is a text; nothing when it is none, or too long to be an id. */
export function textIn<K extends string>(
  search: Readonly<Record<string, unknown>>,
  key: K,
): Partial<Readonly<Record<K, string>>> {
  const value = search[key];
  return typeof value === "string" && value !== "" && value.length <= 100
    ? ({ [key]: value } as Readonly<Record<K, string>>)
    : {};
}
