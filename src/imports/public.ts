export { type LoadResult, loadFolder } from "./load.ts";
export type { Problem } from "./problem.ts";
