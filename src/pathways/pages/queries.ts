import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { get } from "../../platform/ui/api.ts";
import type { CitizenPlans, PlanVersions, Watch } from "../contract.ts";
import type { WatchSearch } from "./watch-search.ts";

/** Reads a citizen's plans and what a new one can be. */
export function plansQuery(citizen: string) {
  return queryOptions({
    queryKey: ["pathways", "plans", citizen],
    queryFn: ({ signal }) => get<CitizenPlans>(`/citizens/${encodeURIComponent(citizen)}/plans`, {}, signal),
  });
}

/** Reads every version of a plan. */
export function versionsQuery(plan: string) {
  return queryOptions({
    queryKey: ["pathways", "versions", plan],
    queryFn: ({ signal }) => get<PlanVersions>(`/citizen-plans/${encodeURIComponent(plan)}/versions`, {}, signal),
  });
}

/** Reads what is to be looked at: a list, and how long the others are. */
export function watchQuery({ hvis, vis, side }: WatchSearch) {
  const asked = { whose: hvis === "enhed" ? "unit" : "mine", list: vis, page: side };
  return queryOptions({
    queryKey: ["pathways", "watch", asked],
    queryFn: ({ signal }) => get<Watch>("/plan-watch", asked, signal),
    placeholderData: keepPreviousData,
  });
}
