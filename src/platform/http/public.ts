export { httpProblem, isHttpProblem, type Problem, problemSchema } from "./problem.ts";
