import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { get } from "../../platform/ui/api.ts";
import type { CitizenCourses, CourseList } from "../contract.ts";
import { type CourseSearch, orderOf } from "./course-search.ts";

/** Reads a citizen's courses. */
export function coursesQuery(citizen: string) {
  return queryOptions({
    queryKey: ["courses", "citizen", citizen],
    queryFn: ({ signal }) => get<CitizenCourses>(`/citizens/${encodeURIComponent(citizen)}/courses`, {}, signal),
  });
}

/** Which citizens of a group, as the server is asked. */
export function listAsk({ hvis, vis, orden }: CourseSearch) {
  return { whose: hvis === "enhed" ? "unit" : "mine", filter: vis ?? "all", ...orderOf(orden) };
}

/** Reads a page of the citizens of a group. */
export function courseListQuery(kind: string, search: CourseSearch) {
  const asked = { ...listAsk(search), page: search.side ?? 1 };
  return queryOptions({
    queryKey: ["courses", "list", kind, asked],
    queryFn: ({ signal }) => get<CourseList>(`/courses/${encodeURIComponent(kind)}`, asked, signal),
    placeholderData: keepPreviousData,
  });
}
