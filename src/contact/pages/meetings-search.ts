/** What the page of group meetings shows, as its address has it. */
export type MeetingsSearch = {
  readonly vis?: "mangler" | "tidligere" | undefined;
  readonly art?: string | undefined;
  readonly sprog?: string | undefined;
  /** Only with free places. */
  readonly plads?: "ja" | undefined;
  readonly side?: number | undefined;
};

const WHEN = { mangler: "missing", tidligere: "past" } as const;

/** Reads the page's address; what is not understood is left out. */
export function readMeetingsSearch(search: Readonly<Record<string, unknown>>): MeetingsSearch {
  const { vis, art, sprog, plads } = search;
  const page = Number(search.side);
  return {
    ...(vis === "mangler" || vis === "tidligere" ? { vis } : {}),
    ...(isCode(art) ? { art } : {}),
    ...(isCode(sprog) ? { sprog } : {}),
    ...(plads === "ja" ? { plads } : {}),
    ...(Number.isInteger(page) && page > 1 ? { side: page } : {}),
  };
}

/** The same as the server is asked. */
export function meetingsAsked({ vis, art, sprog, plads, side }: MeetingsSearch) {
  return {
    when: vis === undefined ? "coming" : WHEN[vis],
    kind: art,
    language: sprog,
    free: plads === "ja" ? "yes" : undefined,
    page: side,
  } as const;
}

function isCode(value: unknown): value is string {
  return typeof value === "string" && /^[a-z_]{1,60}$/.test(value);
}
