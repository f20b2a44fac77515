/** The data-protection officer's pages. */
export { LogPage } from "./pages/log-page.tsx";
export { RequestsPage } from "./pages/requests-page.tsx";
export { RetentionPage } from "./pages/retention-page.tsx";
