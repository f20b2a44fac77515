import { DAY_FILTERS, type DayFilter } from "../rules/day-list.ts";

/** What the page My day shows, as its address has it. Nobody is named in it. */
export type DaySearch = {
  readonly hvis?: "enhed" | undefined;
  readonly vis?: DayFilter | undefined;
  readonly regel?: string | undefined;
  readonly side?: number | undefined;
  /** How many weeks without a conversation are long. */
  readonly uger?: number | undefined;
};

/** How many weeks without a conversation can be chosen as long, and which of them is so usually. */
export const LONG_WEEKS = [4, 6, 8, 12, 26, 52] as const;
export const USUAL_WEEKS = 6;

/** Reads the page's address; what is not understood is left out. */
export function readDaySearch(search: Readonly<Record<string, unknown>>): DaySearch {
  const filter = DAY_FILTERS.find((one) => one === search.vis);
  const page = Number(search.side);
  const weeks = Number(search.uger);
  return {
    ...(search.hvis === "enhed" ? { hvis: "enhed" as const } : {}),
    ...(filter ? { vis: filter } : {}),
    ...(typeof search.regel === "string" && search.regel.length <= 100 ? { regel: search.regel } : {}),
    ...(Number.isInteger(page) && page > 1 ? { side: page } : {}),
    ...(Number.isInteger(weeks) && weeks >= 1 && weeks <= 104 ? { uger: weeks } : {}),
  };
}
