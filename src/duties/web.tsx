/** The pages about duties. */
export { readDaySearch } from "./pages/day-search.ts";
export { DutiesPart } from "./pages/duties-part.tsx";
export { MyDayPage } from "./pages/my-day-page.tsx";
export { RemindersPart } from "./pages/reminders-part.tsx";
export { TeamPage } from "./pages/team-page.tsx";
export { readTeamSearch } from "./pages/team-search.ts";
