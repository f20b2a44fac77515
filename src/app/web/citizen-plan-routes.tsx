import { type AnyRoute, createRoute } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { NewPlanPage, PlanPage, PlansPage, readWatchSearch, WatchPage } from "../../pathways/web.tsx";

/** The pages about the citizens' plans, inside the pages that need a role. */
export function citizenPlanRoutes<Parent extends AnyRoute>(inside: Parent) {
  const plans = createRoute({
    path: "/borgere/$citizen/planer",
    getParentRoute: () => inside,
    component: function CitizenPlans(): ReactElement {
      const { citizen } = plans.useParams();
      return <PlansPage key={citizen} citizen={citizen} />;
    },
  });
  const begun = createRoute({
    path: "/borgere/$citizen/planer/ny",
    getParentRoute: () => inside,
    validateSearch: (search: Record<string, unknown>) => ({ art: typeof search.art === "string" ? search.art : "" }),
    component: function NewPlan(): ReactElement {
      const { art } = begun.useSearch();
      return <NewPlanPage key={art} citizen={begun.useParams().citizen} kind={art} />;
    },
  });
  const plan = createRoute({
    path: "/borgere/$citizen/planer/$plan",
    getParentRoute: () => inside,
    component: function CitizenPlan(): ReactElement {
      const { citizen, plan: id } = plan.useParams();
      return <PlanPage key={id} citizen={citizen} plan={id} />;
    },
  });
  const watch = createRoute({
    path: "/planer",
    getParentRoute: () => inside,
    validateSearch: readWatchSearch,
    component: function Watched(): ReactElement {
      return <WatchPage search={watch.useSearch()} />;
    },
  });
  return [plans, begun, plan, watch] as const;
}
