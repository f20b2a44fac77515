import { useState } from "react";
import { type ListSearch, noChoice } from "./list-search.ts";

const remembered = { search: noChoice };

/** Remembers where in the list the reader is, so that a record leads back to it. */
export function rememberSearch(search: ListSearch): void {
  remembered.search = search;
}

/** Where in the list the reader was. */
export function useListSearch(): ListSearch {
  return useState(remembered.search)[0];
}
