/** The plan's pages and what other pages need of them. */
export { FullTimePage } from "./pages/full-time-page.tsx";
export { GoalPage } from "./pages/goal-page.tsx";
export { OverviewPage } from "./pages/overview-page.tsx";
export { planStatusQuery } from "./pages/queries.ts";
export type { Reader } from "./pages/reader.ts";
export { SnapshotsPage } from "./pages/snapshots-page.tsx";
export { useShownDay } from "./pages/use-shown-day.ts";
export { readOverviewSearch, readView, type View } from "./pages/view.ts";
export { ViewBar } from "./pages/view-bar.tsx";
