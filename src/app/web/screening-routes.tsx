import { type AnyRoute, createRoute } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { readScreeningSearch, ScreeningPage, ScreeningsPage, SheetPage } from "../../screening/web.tsx";
import { useReader } from "./use-reader.ts";

/** The pages about screenings, inside the pages that need a role. */
export function screeningRoutes<Parent extends AnyRoute>(inside: Parent) {
  const one = createRoute({
    path: "/borgere/$citizen/screening",
    getParentRoute: () => inside,
    component: function CitizenScreening(): ReactElement {
      const { citizen } = one.useParams();
      return <ScreeningPage key={citizen} citizen={citizen} />;
    },
  });
  const sheet = createRoute({
    path: "/borgere/$citizen/screening/$screening",
    getParentRoute: () => inside,
    component: function Sheet(): ReactElement {
      const { citizen, screening } = sheet.useParams();
      return <SheetPage key={`${citizen} ${screening}`} citizen={citizen} screening={screening} />;
    },
  });
  const all = createRoute({
    path: "/screening",
    getParentRoute: () => inside,
    validateSearch: readScreeningSearch,
    component: function Screenings(): ReactElement {
      return <ScreeningsPage search={all.useSearch()} may={useReader().may} />;
    },
  });
  return [one, sheet, all] as const;
}
