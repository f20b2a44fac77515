export { namesOfCompanies } from "./queries/names.ts";
