export { citizensInScope } from "./queries/in-scope.ts";
export { namesOfCitizens } from "./queries/names.ts";
export { readCpr } from "./rules/cpr.ts";
