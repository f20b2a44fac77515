import { type AnyRoute, createRoute, redirect } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { CourseListPage, readCourseSearch } from "../../courses/web.tsx";
import { GROUPS } from "./course-groups.ts";
import { useReader } from "./use-reader.ts";

/** The page a reader who names no group comes to. */
const FIRST = "sygedagpenge";

/** The lists of the groups with rules of their own, inside the pages that need a role. */
export function courseRoutes<Parent extends AnyRoute>(inside: Parent) {
  const groups = createRoute({
    path: "/forloeb",
    getParentRoute: () => inside,
    beforeLoad: () => {
      throw redirect({ to: "/forloeb/$gruppe", params: { gruppe: FIRST } });
    },
  });
  const group = createRoute({
    path: "/forloeb/$gruppe",
    getParentRoute: () => inside,
    validateSearch: readCourseSearch,
    component: function Group(): ReactElement {
      const { gruppe } = group.useParams();
      const mayExport = useReader().may.includes("citizen.export");
      const kind = GROUPS[gruppe] ?? gruppe;
      return <CourseListPage key={gruppe} kind={kind} search={group.useSearch()} mayExport={mayExport} />;
    },
  });
  return [groups, group] as const;
}
