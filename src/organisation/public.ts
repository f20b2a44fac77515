export { municipalityCalled } from "./municipalities.ts";
