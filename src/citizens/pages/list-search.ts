import type { CitizenListAsk } from "../contract.ts";
import { AGE_RULES } from "../rules/age-rules.ts";
import { THRESHOLDS } from "../rules/time-on-support.ts";

/** What the list's address says: filters and order, never what is looked for. Texts, as addresses have them; empty is not chosen. */
export type ListSearch = {
  readonly hvem: string;
  readonly ydelse: string;
  readonly gruppe: string;
  readonly enhed: string;
  readonly segment: string;
  readonly alder: string;
  readonly tid: string;
  readonly beskyttet: string;
  readonly orden: string;
  readonly side: string;
};

const NOTHING: ListSearch = {
  hvem: "",
  ydelse: "",
  gruppe: "",
  enhed: "",
  segment: "",
  alder: "",
  tid: "",
  beskyttet: "",
  orden: "",
  side: "",
};

/** Reads the list's address. */
export function readListSearch(given: Readonly<Record<string, unknown>>): ListSearch {
  const read = Object.keys(NOTHING).map((name) => [name, typeof given[name] === "string" ? given[name] : ""]);
  return Object.fromEntries(read) as ListSearch;
}

const SORTS = ["id", "name", "age", "benefit", "targetGroup", "unit", "since"] as const;

/** The question the address and the search field ask; what the address has wrong counts as not chosen. */
export function asked(search: ListSearch, find: string): CitizenListAsk {
  const sort = search.orden.replace(/^-/, "");
  return {
    find,
    who: search.hvem === "alle" ? "all" : "current",
    benefit: search.ydelse || null,
    targetGroup: search.gruppe || null,
    unit: search.enhed || null,
    segment: search.segment || null,
    age: AGE_RULES.find(({ id }) => id === search.alder)?.id ?? null,
    time: THRESHOLDS.find(({ id }) => id === search.tid)?.id ?? null,
    protectedOnly: search.beskyttet === "ja",
    sort: SORTS.find((one) => one === sort) ?? "id",
    descending: search.orden.startsWith("-"),
    page: Math.max(1, Math.trunc(Number(search.side)) || 1),
  };
}

/** The order after a press on a column's head: up, down, and back to none. */
export function nextOrder(order: string, column: string): string {
  if (order === column) return `-${column}`;
  return order === `-${column}` ? "" : column;
}

/** Nothing chosen. */
export const noChoice = NOTHING;
