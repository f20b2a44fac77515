export { namesOfCitizens } from "./queries/names.ts";
