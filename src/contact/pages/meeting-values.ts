import { readTime, timeText } from "../clock.ts";
import type { Meeting, Meetings, NewMeeting } from "../meeting-contract.ts";

/** What the form of a meeting holds while it is typed in: times and numbers as text. */
export type MeetingValues = Readonly<Record<"kind" | "form" | "subject" | "place" | "language", string>> &
  Readonly<Record<"day" | "starts" | "minutes" | "staff" | "room", string>> & { readonly isDuty: boolean };

/** What is usual for a kind of meeting. */
export function usualMeeting({ kinds, languages, own }: Meetings["choices"], kind?: string): MeetingValues {
  const chosen = kinds.find(({ code }) => code === kind) ?? kinds[0];
  return {
    kind: chosen?.code ?? "",
    form: chosen?.forms[0] ?? "",
    subject: "",
    place: "",
    language: languages[0]?.code ?? "",
    day: "",
    starts: "9.00",
    minutes: String(chosen?.minutes ?? 60),
    staff: own ?? "",
    room: String(chosen?.group ?? 10),
    isDuty: chosen?.duty ?? false,
  };
}

/** A form that holds a meeting. */
export function valuesOf(meeting: Meeting): MeetingValues {
  const { kind, form, subject, place, language, day, starts, minutes, staff, isDuty, room } = meeting;
  const texts = { starts: timeText(starts), minutes: String(minutes), room: String(room) };
  return { kind, form, subject, place, language, day, staff, isDuty, ...texts };
}

/** The fields of a form that cannot be read as they are typed. */
export function unreadable(values: MeetingValues): ReadonlySet<keyof MeetingValues> {
  return new Set<keyof MeetingValues>([
    ...(values.subject.trim() === "" ? (["subject"] as const) : []),
    ...(values.day === "" ? (["day"] as const) : []),
    ...(readTime(values.starts) === null ? (["starts"] as const) : []),
    ...(isWithin(values.minutes, 5, 480) ? [] : (["minutes"] as const)),
    ...(isWithin(values.room, 1, 500) ? [] : (["room"] as const)),
    ...(values.staff === "" ? (["staff"] as const) : []),
  ]);
}

/** The meeting a form asks for; null while something in it cannot be read. */
export function readMeetingValues(values: MeetingValues): NewMeeting | null {
  const starts = readTime(values.starts);
  if (unreadable(values).size > 0 || starts === null) return null;
  const { subject, place, minutes, room, ...rest } = values;
  return {
    ...rest,
    subject: subject.trim(),
    place: place.trim(),
    starts,
    minutes: Number(minutes),
    room: Number(room),
  };
}

function isWithin(text: string, least: number, most: number): boolean {
  const value = Number(text);
  return text.trim() !== "" && Number.isInteger(value) && value >= least && value <= most;
}
