import { type AnyRoute, createRoute } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { MeetingPage, MeetingsPage, readMeetingsSearch } from "../../contact/web.tsx";
import { useReader } from "./use-reader.ts";

/** The pages about group meetings, inside the pages that need a role. */
export function meetingRoutes<Parent extends AnyRoute>(inside: Parent) {
  const list = createRoute({
    path: "/moeder",
    getParentRoute: () => inside,
    validateSearch: readMeetingsSearch,
    component: function Meetings(): ReactElement {
      return <MeetingsPage search={list.useSearch()} />;
    },
  });
  const one = createRoute({
    path: "/moeder/$meeting",
    getParentRoute: () => inside,
    component: function Meeting(): ReactElement {
      const { meeting } = one.useParams();
      return <MeetingPage key={meeting} meeting={meeting} mayExport={useReader().may.includes("citizen.export")} />;
    },
  });
  return [list, one] as const;
}
