/** The pages about imports. */
export { ImportPage } from "./pages/import-page.tsx";
export { ImportsPage } from "./pages/imports-page.tsx";
