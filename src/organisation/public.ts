export { municipalities, municipalityCalled } from "./municipalities.ts";
export { allowedTo, type Permission, reachOf } from "./permissions.ts";
export { staffNames, unitNames } from "./queries/names.ts";
export { staffToday, unitsToday } from "./queries/units.ts";
export { unitsWithin } from "./queries/units-within.ts";
export { unitTree } from "./rules/unit-tree.ts";
