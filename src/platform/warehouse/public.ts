export { isDamage, isStuck } from "./damage.ts";
export { type Removal, type Removals, type Rewritten, rewriteSnapshot } from "./rewrite.ts";
export { checksumOf, isWhole, openSnapshot, type Pinned, writeSnapshot } from "./snapshot.ts";
export { type Deviation, verifyWarehouse } from "./verify.ts";
export {
  type Feed,
  openWarehouse,
  rebuildWarehouse,
  type Warehouse,
} from "./warehouse.ts";
