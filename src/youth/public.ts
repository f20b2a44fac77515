export { youth } from "./course.ts";
