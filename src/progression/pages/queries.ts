import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { get } from "../../platform/ui/api.ts";
import type { CitizenProgression, DueList, GroupChange, PeopleBehind } from "../contract.ts";
import { changeAsked, type ProgressionSearch } from "./progression-search.ts";

/** Reads a citizen's progression. */
export function progressionQuery(citizen: string) {
  return queryOptions({
    queryKey: ["progression", "citizen", citizen],
    queryFn: ({ signal }) =>
      get<CitizenProgression>(`/citizens/${encodeURIComponent(citizen)}/progression`, {}, signal),
  });
}

/** Reads how groups changed. */
export function changeQuery(search: ProgressionSearch) {
  const asked = changeAsked(search);
  return queryOptions({
    queryKey: ["progression", "change", asked],
    queryFn: ({ signal }) => get<GroupChange>("/progression", asked, signal),
    placeholderData: keepPreviousData,
  });
}

/** Reads the people behind a number. */
export function behindQuery(search: ProgressionSearch) {
  const { tal, gruppe, dimension, side } = search;
  const asked = { ...changeAsked(search), counted: tal, group: gruppe, dimension, page: side };
  return queryOptions({
    queryKey: ["progression", "people", asked],
    queryFn: ({ signal }) => get<PeopleBehind>("/progression/people", asked, signal),
  });
}

/** Reads who is due for a measurement. */
export function dueQuery({ hvis, side }: ProgressionSearch) {
  const asked = { whose: hvis === "enhed" ? "unit" : "mine", page: side };
  return queryOptions({
    queryKey: ["progression", "due", asked],
    queryFn: ({ signal }) => get<DueList>("/progression/due", asked, signal),
    placeholderData: keepPreviousData,
  });
}
