/** The pages' parts about conversations. */
export { AppointmentsPart } from "./pages/appointments-part.tsx";
export { CalendarTable } from "./pages/calendar-part.tsx";
export { calendarQuery } from "./pages/queries.ts";
