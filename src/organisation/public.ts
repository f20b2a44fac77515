export { municipalities, municipalityCalled } from "./municipalities.ts";
export { allowedTo, type Permission, permissions, reachOf } from "./permissions.ts";
export { unitsWithin } from "./queries/units-within.ts";
