export { sickness } from "./course.ts";
