export { municipalities, municipalityCalled } from "./municipalities.ts";
