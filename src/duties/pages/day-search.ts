import { DAY_FILTERS, type DayFilter } from "../rules/day-list.ts";

/** What the page My day shows, as its address has it. Nobody is named in it. */
export type DaySearch = {
  readonly hvis?: "enhed" | undefined;
  readonly vis?: DayFilter | undefined;
  readonly regel?: string | undefined;
  readonly side?: number | undefined;
};

/** Reads the page's address; what is not understood is left out. */
export function readDaySearch(search: Readonly<Record<string, unknown>>): DaySearch {
  const filter = DAY_FILTERS.find((one) => one === search.vis);
  const page = Number(search.side);
  return {
    ...(search.hvis === "enhed" ? { hvis: "enhed" as const } : {}),
    ...(filter ? { vis: filter } : {}),
    ...(typeof search.regel === "string" && search.regel.length <= 100 ? { regel: search.regel } : {}),
    ...(Number.isInteger(page) && page > 1 ? { side: page } : {}),
  };
}
