export { type Booked, book, move } from "./actions/book.ts";
export { readAppointments, readCalendar } from "./actions/calendar.ts";
export { contactProblems } from "./actions/fault-texts.ts";
export type { Keeping } from "./actions/keeping.ts";
export { reopen, type Settled, settle } from "./actions/settle.ts";
export { kinds } from "./kinds.ts";
export { addAppointments, appointmentCalled } from "./queries/appointments.ts";
export { type BookedTalk, bookedFrom } from "./queries/booked.ts";
export { conversationsOfCitizen } from "./queries/of-citizen.ts";
