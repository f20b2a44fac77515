export { integration } from "./course.ts";
/** @public Which kinds of work and education stand on the ladder: a test holds them to the records. */
export { integrationData } from "./data.ts";
