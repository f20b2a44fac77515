export { offersOfCitizen } from "./queries/of-citizen.ts";
