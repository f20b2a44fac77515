import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { get } from "../../platform/ui/api.ts";
import type { CitizenDuties, MyDay } from "../day.ts";
import type { CitizenReminders, FollowUp } from "../follow.ts";
import type { Span } from "../rules/span.ts";
import type { Team, TeamShares, TeamTimeliness } from "../team.ts";
import type { SavedViews } from "../views.ts";
import { type DaySearch, ON_NO_LIST } from "./day-search.ts";

/** Whose duties and which of them, as the server is asked. */
export function dayAsk({ hvis, vis, regel, emne, medarbejder, enhed }: DaySearch) {
  const staff = medarbejder === ON_NO_LIST ? "nobody" : medarbejder;
  return {
    whose: hvis === "enhed" ? "unit" : "mine",
    filter: vis,
    rule: regel,
    area: emne,
    staff,
    unit: enhed,
  } as const;
}

/** Reads a page of the duties of the day. */
export function myDayQuery(search: DaySearch) {
  const asked = { ...dayAsk(search), page: search.side };
  return queryOptions({
    queryKey: ["duties", "my-day", asked],
    queryFn: ({ signal }) => get<MyDay>("/my-day", asked, signal),
    placeholderData: keepPreviousData,
  });
}

/** Reads what must be done by when for a citizen. */
export function citizenDutiesQuery(citizen: string) {
  return queryOptions({
    queryKey: ["duties", "citizen", citizen],
    queryFn: ({ signal }) => get<CitizenDuties>(`/citizens/${encodeURIComponent(citizen)}/duties`, {}, signal),
  });
}

/** Reads what follows one's cases. */
export function followQuery(whose: "mine" | "unit", weeks: number) {
  return queryOptions({
    queryKey: ["duties", "follow-up", whose, weeks],
    queryFn: ({ signal }) => get<FollowUp>("/my-day/follow-up", { whose, weeks }, signal),
    placeholderData: keepPreviousData,
  });
}

/** Reads the notes and reminders about a citizen. */
export function remindersQuery(citizen: string) {
  return queryOptions({
    queryKey: ["duties", "reminders", citizen],
    queryFn: ({ signal }) => get<CitizenReminders>(`/citizens/${encodeURIComponent(citizen)}/reminders`, {}, signal),
  });
}

/** Reads the views of My day that are saved under a name. */
export const viewsQuery = queryOptions({
  queryKey: ["duties", "views"],
  queryFn: ({ signal }) => get<SavedViews>("/my-day/views", {}, signal),
});

/** Reads who has how much to do in the reader's units, or in one of them. */
export function teamQuery(unit: string | undefined) {
  return queryOptions({
    queryKey: ["duties", "team", unit],
    queryFn: ({ signal }) => get<Team>("/team", { unit }, signal),
    placeholderData: keepPreviousData,
  });
}

/** Reads the timeliness of the reader's units, or of one of them, in all or under one rule. */
export function timelinessQuery(asked: {
  readonly unit: string | undefined;
  readonly rule: string | undefined;
  readonly span: Span;
}) {
  return queryOptions({
    queryKey: ["duties", "team", "timeliness", asked],
    queryFn: ({ signal }) => get<TeamTimeliness>("/team/timeliness", asked, signal),
    placeholderData: keepPreviousData,
  });
}

/** Reads how groups stand under the rules that bind a share of them. */
export function sharesQuery(asked: { readonly unit: string | undefined; readonly span: Span }) {
  return queryOptions({
    queryKey: ["duties", "team", "shares", asked],
    queryFn: ({ signal }) => get<TeamShares>("/team/shares", asked, signal),
    placeholderData: keepPreviousData,
  });
}
