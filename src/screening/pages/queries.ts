import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { get } from "../../platform/ui/api.ts";
import type { CitizenScreening, Review, ReviewRows, ScreeningWatch } from "../contract.ts";
import type { ScreeningSearch } from "./screening-search.ts";

/** Reads a citizen's screenings and archetypes. */
export function screeningQuery(citizen: string) {
  return queryOptions({
    queryKey: ["screening", "of", citizen],
    queryFn: ({ signal }) => get<CitizenScreening>(`/citizens/${encodeURIComponent(citizen)}/screening`, {}, signal),
  });
}

/** Reads what there is to do: a list, and how long the others are. */
export function watchQuery({ hvis, vis, side }: ScreeningSearch) {
  const asked = { whose: hvis === "enhed" ? "unit" : "mine", list: vis, page: side };
  return queryOptions({
    queryKey: ["screening", "watch", asked],
    queryFn: ({ signal }) => get<ScreeningWatch>("/screening-watch", asked, signal),
    placeholderData: keepPreviousData,
  });
}

/** Reads the review of a screening. */
export function reviewQuery({ art, aar }: ScreeningSearch) {
  const asked = { screening: art, year: aar };
  return queryOptions({
    queryKey: ["screening", "review", asked],
    queryFn: ({ signal }) => get<Review>("/screening-review", asked, signal),
    placeholderData: keepPreviousData,
  });
}

/** Reads the people behind a number of the review. */
export function reviewRowsQuery(
  review: Pick<Review, "screening" | "year">,
  { del, efter, gruppe, raekker }: ScreeningSearch,
) {
  const asked = { ...review, part: del, by: efter, key: gruppe, page: raekker };
  return queryOptions({
    queryKey: ["screening", "review-rows", asked],
    queryFn: ({ signal }) => get<ReviewRows>("/screening-review/rows", asked, signal),
    placeholderData: keepPreviousData,
  });
}
