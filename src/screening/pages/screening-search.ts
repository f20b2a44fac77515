import { WATCHED } from "../codes.ts";
import { DIMENSIONS, type Dimension, PARTS, type Part } from "../rules/fairness.ts";

const WHOSE = ["mine", "enhed"] as const;

/** What the page about screenings shows, as its address has it. Nobody is named in it. */
export type ScreeningSearch = {
  readonly hvis?: "mine" | "enhed" | undefined;
  readonly vis?: (typeof WATCHED)[number] | undefined;
  readonly side?: number | undefined;
  /** The review: which screening, which year. */
  readonly art?: string | undefined;
  readonly aar?: number | undefined;
  /** The number that is opened: which part of the people, by what, in which group, and the page. */
  readonly del?: Part | undefined;
  readonly efter?: Dimension | undefined;
  readonly gruppe?: string | undefined;
  readonly raekker?: number | undefined;
};

/** Reads the page's address; what is not understood is left out. */
export function readScreeningSearch(search: Readonly<Record<string, unknown>>): ScreeningSearch {
  const read: ScreeningSearch = {
    hvis: WHOSE.find((one) => one === search.hvis),
    vis: WATCHED.find((one) => one === search.vis),
    side: pageOf(search.side),
    art: textOf(search.art),
    aar: pageOf(search.aar),
    del: PARTS.find((one) => one === search.del),
    efter: DIMENSIONS.find((one) => one === search.efter),
    gruppe: textOf(search.gruppe),
    raekker: pageOf(search.raekker),
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
}

function pageOf(value: unknown): number | undefined {
  const number = Number(value);
  return Number.isInteger(number) && number > 1 ? number : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && /^[a-z0-9_]{1,60}$/.test(value) ? value : undefined;
}
