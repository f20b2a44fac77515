export { groupLabel, roleLabel } from "./labels.ts";
export { municipalities, municipalityCalled } from "./municipalities.ts";
export { allowedTo, type Permission, reachOf } from "./permissions.ts";
export { staffNames, unitNames } from "./queries/names.ts";
export { everyUnit, staffToday, unitGroupsToday, unitsToday } from "./queries/units.ts";
export { unitsWithin } from "./queries/units-within.ts";
export { unitTree, withinOf } from "./rules/unit-tree.ts";
