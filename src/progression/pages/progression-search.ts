import { COUNTED, GROUPINGS } from "../codes.ts";

/** What the page shows, as its address has it. Nobody is named in it. */
export type ProgressionSearch = {
  readonly vis?: "mangler" | undefined;
  readonly redskab?: string | undefined;
  readonly fra?: string | undefined;
  readonly til?: string | undefined;
  readonly pr?: (typeof GROUPINGS)[number] | undefined;
  /** The number whose people are shown, of which group and dimension. */
  readonly tal?: (typeof COUNTED)[number] | undefined;
  readonly gruppe?: string | undefined;
  readonly dimension?: string | undefined;
  readonly hvis?: "enhed" | undefined;
  readonly side?: number | undefined;
};

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const CODE = /^[\p{L}\p{N}_-]{1,100}$/u;

/** Reads the page's address; what is not understood is left out. */
export function readProgressionSearch(search: Readonly<Record<string, unknown>>): ProgressionSearch {
  const by = GROUPINGS.find((one) => one === search.pr);
  const counted = COUNTED.find((one) => one === search.tal);
  const page = Number(search.side);
  return {
    ...(search.vis === "mangler" ? { vis: "mangler" as const } : {}),
    ...text(search, "redskab", CODE),
    ...text(search, "fra", DAY),
    ...text(search, "til", DAY),
    ...(by ? { pr: by } : {}),
    ...(counted ? { tal: counted } : {}),
    ...text(search, "gruppe", CODE),
    ...text(search, "dimension", CODE),
    ...(search.hvis === "enhed" ? { hvis: "enhed" as const } : {}),
    ...(Number.isInteger(page) && page > 1 ? { side: page } : {}),
  };
}

function text(search: Readonly<Record<string, unknown>>, name: string, form: RegExp): Record<string, string> {
  const value = search[name];
  return (typeof value === "string" || typeof value === "number") && form.test(String(value))
    ? { [name]: String(value) }
    : {};
}

/** What is asked of the server about groups. */
export function changeAsked({ redskab, fra, til, pr }: ProgressionSearch) {
  return { instrument: redskab, from: fra, to: til, by: pr };
}

/** The same page without the people behind a number. */
export function withoutPeople({ tal, gruppe, dimension, side, ...search }: ProgressionSearch): ProgressionSearch {
  return search;
}
