/** The pages about courses, and their part of a citizen's page. */
export { CourseListPage } from "./pages/course-list-page.tsx";
export { readCourseSearch } from "./pages/course-search.ts";
export { CoursesPart } from "./pages/courses-part.tsx";
