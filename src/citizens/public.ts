export { namesOfCitizens } from "./queries/names.ts";
export { readCpr } from "./rules/cpr.ts";
