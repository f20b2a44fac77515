/** The pages about screenings and archetypes, and their part on the citizen's. */
export { ScreeningsPage } from "./pages/overview-page.tsx";
export { ScreeningPage } from "./pages/screening-page.tsx";
export { ScreeningPart } from "./pages/screening-part.tsx";
export { readScreeningSearch } from "./pages/screening-search.ts";
export { SheetPage } from "./pages/sheet-page.tsx";
