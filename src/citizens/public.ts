export { anyCitizens } from "./queries/any-citizens.ts";
export { type Caseload, caseloads } from "./queries/caseloads.ts";
export { handOverCases } from "./queries/hand-over.ts";
export { citizensInScope } from "./queries/in-scope.ts";
export { namesOfCitizens } from "./queries/names.ts";
export { readCpr } from "./rules/cpr.ts";
