/** What the list of a group shows, as its address has it. Nobody is named in it. */
export type CourseSearch = {
  readonly hvis?: "enhed" | undefined;
  readonly vis?: string | undefined;
  /** A column, with a minus in front when descending. */
  readonly orden?: string | undefined;
  readonly side?: number | undefined;
};

const NAME = /^-?[a-z_]{1,60}$/;

/** Reads the page's address; what is not understood is left out. */
export function readCourseSearch(search: Readonly<Record<string, unknown>>): CourseSearch {
  const page = Number(search.side);
  return {
    ...(search.hvis === "enhed" ? { hvis: "enhed" as const } : {}),
    ...(typeof search.vis === "string" && NAME.test(search.vis) ? { vis: search.vis } : {}),
    ...(typeof search.orden === "string" && NAME.test(search.orden) ? { orden: search.orden } : {}),
    ...(Number.isInteger(page) && page > 1 ? { side: page } : {}),
  };
}

/** The column and direction an address asks for; none is the list's own. */
export function orderOf(orden: string | undefined): { readonly sort: string; readonly descending: boolean } {
  return { sort: (orden ?? "").replace(/^-/, ""), descending: orden?.startsWith("-") ?? false };
}

/** The order after a column was chosen: up, then down, then the list's own again. */
export function nextOrder(orden: string | undefined, column: string): string | undefined {
  if (orden === column) return `-${column}`;
  return orden === `-${column}` ? undefined : column;
}
