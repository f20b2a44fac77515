/** The pages' parts about conversations. */
export { AppointmentsPart } from "./pages/appointments-part.tsx";
export { CalendarFileLink } from "./pages/calendar-file-link.tsx";
export { CalendarTable } from "./pages/calendar-part.tsx";
export { LettersInHandPart } from "./pages/letters-in-hand-part.tsx";
export { calendarQuery } from "./pages/queries.ts";
