/** The pages about duties. */
export { readDaySearch } from "./pages/day-search.ts";
export { DutiesPart } from "./pages/duties-part.tsx";
export { MyDayPage } from "./pages/my-day-page.tsx";
export { RemindersPart } from "./pages/reminders-part.tsx";
