export { type KeptSeals, keepSealing, keptIn, readKept } from "./anchor.ts";
export { type DroppedEntries, dropOldEntries, LOG_RETENTION, type LogRetention } from "./drop.ts";
export type { Fault } from "./fault.ts";
export { type Access, logAccess } from "./log-access.ts";
export { type AskedLooks, type Look, looksAt, looksOn } from "./queries/looks.ts";
export { type ChainHead, type SealedDay, type Sealing, sealLog } from "./seal.ts";
export { type DroppedDay, type Verification, verifyLog } from "./verify.ts";
