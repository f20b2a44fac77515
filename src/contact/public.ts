export { conversationsOfCitizen } from "./queries/of-citizen.ts";
