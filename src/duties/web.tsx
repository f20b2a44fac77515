/** The pages about duties. */
export { readDaySearch } from "./pages/day-search.ts";
export { MyDayPage } from "./pages/my-day-page.tsx";
