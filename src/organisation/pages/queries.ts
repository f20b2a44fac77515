import { queryOptions } from "@tanstack/react-query";
import { get, post } from "../../platform/ui/api.ts";
import type { AccessAnswer, FlowAnswer, FlowPeriod, HandedOver, HandOverAsk, OrganisationAnswer } from "../contract.ts";

/** Reads the units, their staff and their cases. */
export const organisationQuery = queryOptions({
  queryKey: ["organisation"],
  queryFn: ({ signal }) => get<OrganisationAnswer>("/organisation", {}, signal),
});

/** Reads how many citizens came to and left the units in a period. */
export const flowQuery = (period: FlowPeriod) =>
  queryOptions({
    queryKey: ["organisation-flow", period],
    queryFn: ({ signal }) => get<FlowAnswer>("/organisation/flow", { period }, signal),
  });

/** Reads who has which role. */
export const accessQuery = queryOptions({
  queryKey: ["access"],
  queryFn: ({ signal }) => get<AccessAnswer>("/access", {}, signal),
});

/** Hands cases over. */
export function handOverCases(asked: HandOverAsk): Promise<HandedOver> {
  return post<HandedOver>("/organisation/hand-over", asked);
}
