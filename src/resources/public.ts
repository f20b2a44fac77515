export { resources } from "./course.ts";
