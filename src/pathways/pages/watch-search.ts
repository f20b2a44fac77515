import { WATCHED } from "../codes.ts";

/** What the page of watched plans shows, as its address has it. Nobody is named in it. */
export type WatchSearch = {
  readonly hvis?: "enhed" | undefined;
  readonly vis?: (typeof WATCHED)[number] | undefined;
  readonly side?: number | undefined;
};

/** Reads the page's address; what is not understood is left out. */
export function readWatchSearch(search: Readonly<Record<string, unknown>>): WatchSearch {
  const list = WATCHED.find((one) => one === search.vis);
  const page = Number(search.side);
  return {
    ...(search.hvis === "enhed" ? { hvis: "enhed" as const } : {}),
    ...(list ? { vis: list } : {}),
    ...(Number.isInteger(page) && page > 1 ? { side: page } : {}),
  };
}
