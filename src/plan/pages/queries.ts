import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { get } from "../../platform/ui/api.ts";
import type {
  FullTimeTable,
  GoalNote,
  GoalResult,
  PlanContent,
  PlanStatus,
  RowsPage,
  SnapshotInfo,
} from "../contract.ts";
import type { View } from "./view.ts";

/** The notes on a goal, and what the reader may write. */
export type Notes = {
  readonly notes: readonly GoalNote[];
  readonly mayWrite: { readonly comment: boolean; readonly decision: boolean };
};

/** Which rows behind a figure to fetch. */
export type RowsAsked = {
  readonly indicator: number;
  readonly part: "value" | "denominator";
  readonly page: number;
  readonly sort: string;
  readonly descending: boolean;
};

/** A goal of a plan. */
export type GoalAddress = { readonly plan: string; readonly goal: string };

/** Reads the plan's own text. */
export function planContentQuery(plan: string) {
  return queryOptions({
    queryKey: ["plan", plan],
    queryFn: ({ signal }) => get<PlanContent>(`/plans/${plan}`, {}, signal),
  });
}

/** Reads the plan's status. */
export function planStatusQuery(plan: string, view: View) {
  return queryOptions({
    queryKey: ["plan", plan, "status", view],
    queryFn: ({ signal }) => get<PlanStatus>(`/plans/${plan}/status`, view, signal),
    placeholderData: keepPreviousData,
  });
}

/** Reads one goal with everything behind it. */
export function goalQuery({ plan, goal }: GoalAddress, view: View) {
  return queryOptions({
    queryKey: ["plan", plan, "goal", goal, view],
    queryFn: ({ signal }) => get<GoalResult>(`/plans/${plan}/goals/${goal}`, view, signal),
    placeholderData: keepPreviousData,
  });
}

/** Reads a page of the rows behind a figure. */
export function rowsQuery({ plan, goal }: GoalAddress, view: View, asked: RowsAsked) {
  return queryOptions({
    queryKey: ["plan", plan, "goal", goal, "rows", view, asked],
    queryFn: ({ signal }) => get<RowsPage>(`/plans/${plan}/goals/${goal}/rows`, { ...view, ...asked }, signal),
    placeholderData: keepPreviousData,
  });
}

/** Reads the notes on a goal. */
export function notesQuery({ plan, goal }: GoalAddress) {
  return queryOptions({
    queryKey: ["plan", plan, "goal", goal, "notes"],
    queryFn: ({ signal }) => get<Notes>(`/plans/${plan}/goals/${goal}/notes`, {}, signal),
  });
}

/** Reads the table of full-time persons. */
export function fullTimeQuery(plan: string, view: View) {
  return queryOptions({
    queryKey: ["plan", plan, "table", view],
    queryFn: ({ signal }) => get<FullTimeTable>(`/plans/${plan}/table`, view, signal),
    placeholderData: keepPreviousData,
  });
}

/** Reads the kept snapshots. */
export const snapshotsQuery = queryOptions({
  queryKey: ["snapshots"],
  queryFn: ({ signal }) => get<{ readonly snapshots: readonly SnapshotInfo[] }>("/snapshots", {}, signal),
});
