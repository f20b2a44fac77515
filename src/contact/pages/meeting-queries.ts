import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { get } from "../../platform/ui/api.ts";
import type { MeetingPage, Meetings } from "../meeting-contract.ts";
import { type MeetingsSearch, meetingsAsked } from "./meetings-search.ts";

/** Reads a page of the group meetings. */
export function meetingsQuery(search: MeetingsSearch) {
  const asked = meetingsAsked(search);
  return queryOptions({
    queryKey: ["contact", "meetings", asked],
    queryFn: ({ signal }) => get<Meetings>("/meetings", asked, signal),
    placeholderData: keepPreviousData,
  });
}

/** Reads a group meeting with those in sight who are signed up. */
export function meetingQuery(id: string) {
  return queryOptions({
    queryKey: ["contact", "meeting", id],
    queryFn: ({ signal }) => get<MeetingPage>(`/meetings/${id}`, {}, signal),
    retry: false,
  });
}
