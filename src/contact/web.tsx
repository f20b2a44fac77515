/** The pages' parts about conversations. */
export { AppointmentsPart } from "./pages/appointments-part.tsx";
export { CalendarFileLink } from "./pages/calendar-file-link.tsx";
export { CalendarTable } from "./pages/calendar-part.tsx";
export { EachAnswer } from "./pages/each-answer.tsx";
export { LettersInHandPart } from "./pages/letters-in-hand-part.tsx";
export { MeetingPage } from "./pages/meeting-page.tsx";
export { MeetingsPage } from "./pages/meetings-page.tsx";
export { readMeetingsSearch } from "./pages/meetings-search.ts";
export { calendarQuery } from "./pages/queries.ts";
export { SignUpForm } from "./pages/sign-up-form.tsx";
