import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { get } from "../../platform/ui/api.ts";
import type { CitizenDuties, MyDay } from "../day.ts";
import type { CitizenReminders, FollowUp } from "../follow.ts";
import type { DaySearch } from "./day-search.ts";

/** Whose duties and which of them, as the server is asked. */
export function dayAsk({ hvis, vis, regel }: DaySearch) {
  return { whose: hvis === "enhed" ? "unit" : "mine", filter: vis, rule: regel } as const;
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
