export { municipalities, municipalityCalled } from "./municipalities.ts";
export { allowedTo, type Permission, permissions, reachOf } from "./permissions.ts";
export { namesOfStaff, namesOfUnits } from "./queries/names.ts";
export { unitsWithin } from "./queries/units-within.ts";
