import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { get, getFile } from "../../platform/ui/api.ts";
import type { LawDifference, LawOnDay, RuleHistory } from "../page.ts";
import type { LawSearch } from "./law-search.ts";

/** Reads the rules in force on a day; without a day on the municipality's own. */
export function lawQuery(on: string) {
  return queryOptions({
    queryKey: ["law", "on", on],
    queryFn: ({ signal }) => get<LawOnDay>("/law", { on }, signal),
    placeholderData: keepPreviousData,
  });
}

/** Reads what is different between two days for a target group, or for all. */
export function differenceQuery(on: string, against: string, group: string) {
  return queryOptions({
    queryKey: ["law", "difference", on, against, group],
    queryFn: ({ signal }) => get<LawDifference>("/law/difference", { on, against, group }, signal),
    placeholderData: keepPreviousData,
  });
}

/** Reads one rule with all its rows. */
export function ruleQuery(rule: string, on: string) {
  return queryOptions({
    queryKey: ["law", "rule", rule, on],
    queryFn: ({ signal }) => get<RuleHistory>(`/law/rules/${encodeURIComponent(rule)}`, { on }, signal),
    retry: false,
  });
}

/** Fetches what is shown as a file. */
export function lawFileOf(search: LawSearch, as: { readonly format: "xlsx" | "csv"; readonly language: "da" | "en" }) {
  const { on, mod, gruppe, emne, soeg } = search;
  return getFile("/law/file", { on, against: mod, group: gruppe, area: emne, text: soeg, ...as });
}
