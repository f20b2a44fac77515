/** The pages about progression, and its part on the citizen's. */
export { ProgressionPage } from "./pages/progression-page.tsx";
export { ProgressionPart } from "./pages/progression-part.tsx";
export { readProgressionSearch } from "./pages/progression-search.ts";
