export { warehouseColumns } from "./columns.ts";
export { type DuckRow, literal, openDuck } from "./duck.ts";
export { checksumOf, openSnapshot, type Pinned, writeSnapshot } from "./snapshot.ts";
export { type Deviation, verifyWarehouse } from "./verify.ts";
export {
  type Coverage,
  type Feed,
  openWarehouse,
  rebuildWarehouse,
  type TakeChanges,
  type Warehouse,
} from "./warehouse.ts";
