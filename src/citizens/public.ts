export { correct, isNumberTaken } from "./actions/correct.ts";
export { correctionProblems } from "./actions/correction-problems.ts";
export { exportCitizens } from "./actions/export-citizens.ts";
export { listCitizens } from "./actions/list-citizens.ts";
export type { Looking } from "./actions/looking.ts";
export { readCitizen } from "./actions/read-citizen.ts";
export { reveal } from "./actions/reveal.ts";
export { namesOfCitizens } from "./queries/names.ts";
export { readCpr } from "./rules/cpr.ts";
