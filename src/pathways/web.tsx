/** The pages about the citizens' plans, and their parts on others. */
export { NewPlanPage, PlanPage } from "./pages/plan-page.tsx";
export { PlansPage } from "./pages/plans-page.tsx";
export { PlansPart } from "./pages/plans-part.tsx";
export { WatchLine } from "./pages/watch-line.tsx";
export { WatchPage } from "./pages/watch-page.tsx";
export { readWatchSearch } from "./pages/watch-search.ts";
