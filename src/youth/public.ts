export { youth } from "./course.ts";
/** @public What the pages call the codes of the citizens' records, and which of them count: a test holds them to the records. */
export { aroundWords, youthData } from "./data.ts";
