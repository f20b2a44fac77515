export { companiesKnown } from "./queries/names.ts";
