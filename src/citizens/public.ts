export { type NamedCitizen, namesOfCitizens } from "./queries/names.ts";
