export { type LoadCount, type LoadOptions, type LoadResult, loadFolder } from "./load.ts";
export type { Problem, ProblemCode } from "./problem.ts";
