export { type HttpProblem, httpProblem, isHttpProblem, type Problem, problemSchema } from "./problem.ts";
