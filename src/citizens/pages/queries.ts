import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { get, post } from "../../platform/ui/api.ts";
import type { CaseEntries } from "../case-contract.ts";
import type { CitizenList, CitizenListAsk, CitizenRecord } from "../contract.ts";
import type { InterpreterNeeds } from "../interpreter-contract.ts";

/** Reads a page of the list. It is asked for with a body, so that no address holds what is looked for. */
export function listQuery(ask: CitizenListAsk) {
  return queryOptions({
    queryKey: ["citizens", "list", ask],
    queryFn: () => post<CitizenList>("/citizens/list", ask),
    placeholderData: keepPreviousData,
  });
}

/** Reads one citizen's record. */
export function recordQuery(id: string) {
  return queryOptions({
    queryKey: ["citizens", "record", id],
    queryFn: ({ signal }) => get<CitizenRecord>(`/citizens/${encodeURIComponent(id)}`, {}, signal),
    retry: false,
  });
}

/** Reads what is noted in a citizen's case. */
export function caseQuery(citizen: string) {
  return queryOptions({
    queryKey: ["case", citizen],
    queryFn: ({ signal }) => get<CaseEntries>(`/citizens/${encodeURIComponent(citizen)}/case`, {}, signal),
  });
}

/** Reads a citizen's interpreter needs. */
export function interpreterQuery(citizen: string) {
  return queryOptions({
    queryKey: ["interpreter", citizen],
    queryFn: ({ signal }) => get<InterpreterNeeds>(`/citizens/${encodeURIComponent(citizen)}/interpreter`, {}, signal),
  });
}
