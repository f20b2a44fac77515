import { SPANS, type Span } from "../rules/span.ts";
import { textIn } from "./day-search.ts";

/** What timeliness is told per. */
export const PERS = ["rules", "units", "weeks"] as const;
export type Per = (typeof PERS)[number];

/** What the team's page shows, as its address has it. Nobody is named in it. */
export type TeamSearch = {
  readonly enhed?: string | undefined;
  readonly periode?: Span | undefined;
  readonly pr?: Per | undefined;
  readonly regel?: string | undefined;
};

/** Reads the page's address; what is not understood is left out. */
export function readTeamSearch(search: Readonly<Record<string, unknown>>): TeamSearch {
  const span = SPANS.find((one) => one === search.periode);
  const per = PERS.find((one) => one === search.pr);
  return {
    ...textIn(search, "enhed"),
    ...textIn(search, "regel"),
    ...(span ? { periode: span } : {}),
    ...(per ? { pr: per } : {}),
  };
}
