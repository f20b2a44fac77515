export {
  addBelief,
  type BeliefValues,
  type Believed,
  endBeliefs,
  readBelief,
  replaceBelief,
  replaceBeliefs,
} from "./belief.ts";
export { analyze, copyIn, copyOut, identifier } from "./copy.ts";
export { type Database, openDatabase } from "./database.ts";
export { answerDeed, claimDeed, type DeedKey, findDeed, forgetDeeds } from "./deeds.ts";
export { readLock } from "./lock.ts";
export { migrate } from "./migrate.ts";
export { isMigrated } from "./migrated.ts";
export { isNamedError, type NamedError, namedError } from "./named-error.ts";
export { outageOf } from "./outage.ts";
export { inPart } from "./part.ts";
export { recordsVersion } from "./records-version.ts";
export { asOwner, inRequest, inTenant, type Sees, type Tx, withinTime, withoutHurry } from "./tenant.ts";
