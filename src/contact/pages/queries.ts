import { queryOptions } from "@tanstack/react-query";
import { get } from "../../platform/ui/api.ts";
import type { Calendar, CitizenAppointments, LettersInHand } from "../contract.ts";

/** Reads a citizen's appointments and what can be booked. */
export function appointmentsQuery(citizen: string) {
  return queryOptions({
    queryKey: ["contact", "appointments", citizen],
    queryFn: ({ signal }) =>
      get<CitizenAppointments>(`/citizens/${encodeURIComponent(citizen)}/appointments`, {}, signal),
  });
}

/** Reads the appointments of some days from today, one's own or the whole unit's. */
export function calendarQuery(asked: { readonly days: number; readonly whose: "mine" | "unit" }) {
  return queryOptions({
    queryKey: ["contact", "calendar", asked],
    queryFn: ({ signal }) => get<Calendar>("/calendar", asked, signal),
  });
}

/** Reads the letters somebody must do something about. */
export function lettersInHandQuery(whose: "mine" | "unit") {
  return queryOptions({
    queryKey: ["contact", "letters", whose],
    queryFn: ({ signal }) => get<LettersInHand>("/letters", { whose }, signal),
  });
}
