import { parseDay } from "../../platform/kernel/day.ts";
import { type GoalFilters, groupings, type Shown, sortings } from "./filters.ts";
import type { Grouping } from "./groups.ts";
import { statuses } from "./indicator-types.ts";

/** Which figures are shown: as of a day, as known on a day, or from a snapshot. Empty texts mean: as usual. */
export type View = { readonly asOf: string; readonly knownAt: string; readonly snapshot: string };

/** The whole of what the overview's address holds. Empty texts mean: as usual. */
export type OverviewSearch = View & {
  readonly shown: string;
  readonly text: string;
  readonly group: string;
  readonly sort: string;
};

type Given = Readonly<Record<string, unknown>>;

/** Reads the view from an address; what is no day is forgotten. */
export function readView(search: Given): View {
  return { asOf: dayIn(search, "asOf"), knownAt: dayIn(search, "knownAt"), snapshot: textIn(search, "snapshot") };
}

/** Reads the overview's search from an address. */
export function readOverviewSearch(search: Given): OverviewSearch {
  return {
    ...readView(search),
    shown: textIn(search, "shown"),
    text: textIn(search, "text"),
    group: textIn(search, "group"),
    sort: textIn(search, "sort"),
  };
}

/** The part of an address that says which figures are shown, to be carried from page to page. */
export function viewOf({ asOf, knownAt, snapshot }: View): View {
  return { asOf, knownAt, snapshot };
}

/** The filters an address stands for; an unknown word means the usual. */
export function filtersOf({ shown, text, sort }: OverviewSearch): GoalFilters {
  const known: readonly Shown[] = ["all", "decision", ...statuses];
  return {
    shown: known.find((each) => each === shown) ?? "all",
    text,
    sort: sortings.find((each) => each === sort) ?? "plan",
  };
}

/** What the address gathers the goals by. */
export function groupingOf({ group }: OverviewSearch): Grouping {
  return groupings.find((each) => each === group) ?? "track";
}

function textIn(search: Given, name: string): string {
  const value = search[name];
  return typeof value === "string" ? value : "";
}

function dayIn(search: Given, name: string): string {
  const text = textIn(search, name);
  return parseDay(text) === null ? "" : text;
}
