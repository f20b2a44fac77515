export { deedKeyHash, deedRequestHash, isDeedKey, openAnswer, sealAnswer } from "./deed-seal.ts";
export { httpProblem, isHttpProblem, type Problem, problemSchema, type Theirs } from "./problem.ts";
