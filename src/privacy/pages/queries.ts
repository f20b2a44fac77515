import { queryOptions } from "@tanstack/react-query";
import { get } from "../../platform/ui/api.ts";
import type { LogOverview, PrivacyRequest, RestrictionAnswer, RetentionAnswer } from "../contract.ts";

/** Reads how the log is. */
export const logQuery = queryOptions({
  queryKey: ["privacy", "log"],
  queryFn: ({ signal }) => get<LogOverview>("/log", {}, signal),
});

/** Reads the requests from citizens. */
export const requestsQuery = queryOptions({
  queryKey: ["privacy", "requests"],
  queryFn: ({ signal }) => get<{ readonly requests: readonly PrivacyRequest[] }>("/privacy/requests", {}, signal),
});

/** Reads whose data may only be stored. */
export const restrictionsQuery = queryOptions({
  queryKey: ["privacy", "restrictions"],
  queryFn: ({ signal }) =>
    get<{ readonly restrictions: readonly RestrictionAnswer[] }>("/privacy/restrictions", {}, signal),
});

/** Reads the deletion periods and what falls due by a day (today when empty). */
export function retentionQuery(asOf: string) {
  return queryOptions({
    queryKey: ["privacy", "retention", asOf],
    queryFn: ({ signal }) => get<RetentionAnswer>("/privacy/retention", { asOf }, signal),
  });
}
