export { type Municipality, municipalities, municipalityCalled } from "./municipalities.ts";
