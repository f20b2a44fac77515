export { analyze, copyIn, copyOut, identifier } from "./copy.ts";
export { type Database, type DatabasePlace, openDatabase } from "./database.ts";
export { type DataFolderInUse, type FolderLock, type LockHolder, readLock, takeLock } from "./lock.ts";
export { migrate, readMigrations } from "./migrate.ts";
export { isNamedError, type NamedError, namedError } from "./named-error.ts";
export { asOwner, inTenant, type Tables, type Tenant, type Tx } from "./tenant.ts";
