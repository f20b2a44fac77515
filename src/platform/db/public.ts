export { analyze, copyIn, copyOut, identifier } from "./copy.ts";
export { type Database, openDatabase } from "./database.ts";
export { readLock } from "./lock.ts";
export { migrate } from "./migrate.ts";
export { isNamedError, type NamedError, namedError } from "./named-error.ts";
export { inTenant, type Sees, type Tx } from "./tenant.ts";
