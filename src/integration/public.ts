export { integration } from "./course.ts";
