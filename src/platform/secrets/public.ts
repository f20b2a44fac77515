export type { Keyring } from "./keyring.ts";
export { openKeyring } from "./open-keyring.ts";
export {
  checkKeys,
  contextOf,
  type KeyCheck,
  type Rotation,
  rotateKeys,
  type SealedRecords,
  sealedWith,
} from "./rotate.ts";
