import { readTime, timeText } from "../clock.ts";
import type { Appointment, BookingAsk, CitizenAppointments } from "../contract.ts";

/** What a booking form holds while it is typed in: times and lengths as text. */
export type BookingValues = {
  readonly kind: string;
  readonly form: string;
  readonly day: string;
  readonly starts: string;
  readonly minutes: string;
  readonly staff: string;
  readonly isDuty: boolean;
  readonly purpose: string;
  readonly parties: readonly string[];
  readonly letter: LetterChoice;
};

/** Whether the citizen is written to, and in which language. */
export type LetterChoice = BookingAsk["letter"];

type Choices = Pick<CitizenAppointments, "kinds" | "usualStaff" | "interpreter">;

/** An empty form for a kind of conversation, with what is usual for it. */
export function usualBooking({ kinds, usualStaff, interpreter }: Choices, kind?: string): BookingValues {
  const chosen = kinds.find(({ code }) => code === kind) ?? kinds[0];
  return {
    kind: chosen?.code ?? "",
    form: chosen?.forms[0] ?? "",
    day: "",
    starts: "9.00",
    minutes: String(chosen?.minutes ?? 30),
    staff: usualStaff ?? "",
    isDuty: chosen?.duty ?? false,
    purpose: "",
    // Whoever needs an interpreter gets one unless somebody says otherwise.
    parties: interpreter === null ? [] : ["tolk"],
    letter: "da",
  };
}

/** How the citizen was written to about an appointment last: what they are told next is told in the same way. */
export function lastLetterChoice({ letters }: Pick<Appointment, "letters">): LetterChoice {
  return letters.findLast(({ state }) => state !== "withdrawn")?.language ?? "none";
}

/** A form that holds an appointment. */
export function bookingOf(appointment: Appointment): BookingValues {
  const { kind, form, day, starts, minutes, staff, isDuty, purpose, parties } = appointment;
  const texts = { starts: timeText(starts), minutes: String(minutes) };
  return { kind, form, day, ...texts, staff, isDuty, purpose, parties, letter: lastLetterChoice(appointment) };
}

/** What two people may have written differently of a booking, as texts by field. */
export function textsOf({
  kind,
  form,
  day,
  starts,
  minutes,
  staff,
  purpose,
}: BookingValues): Readonly<Record<string, string>> {
  return { kind, form, day, starts, minutes, staff, purpose };
}

/** The booking a form asks for; null while its day, time or length cannot be read. */
export function readBooking(values: BookingValues): BookingAsk | null {
  const starts = readTime(values.starts);
  const minutes = Number(values.minutes);
  if (values.day === "" || starts === null || !Number.isInteger(minutes) || minutes < 5 || minutes > 480) return null;
  return { ...values, starts, minutes, purpose: values.purpose.trim(), parties: [...values.parties] };
}
