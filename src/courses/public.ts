export { readCourses } from "./actions/answer.ts";
export { notedFacts, recordsInTimeline } from "./actions/in-timeline.ts";
export type { Keeping } from "./actions/keeping.ts";
export { exportCourseList, readCourseList } from "./actions/list.ts";
export {
  changeRecord,
  formOf,
  type Noted,
  noteRecord,
  recordProblems,
  takeBackRecord,
} from "./actions/note-record.ts";
export { wiredValues } from "./actions/shown.ts";
export type * from "./course.ts";
export { isGroup } from "./course.ts";
export { citizenOfRecord } from "./queries/records.ts";
