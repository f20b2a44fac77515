import type { Tx } from "../db/public.ts";
import { addEntry } from "./queries/add-entry.ts";

/** One look at persons, or one change: who did what to whom and why. */
export type Access = {
  readonly user: { readonly label: string; readonly role: string };
  /** Name of the operation. */
  readonly action: string;
  readonly purpose: string;
  /** Ids of all persons in the request; empty for a whole import. */
  readonly keys: readonly string[];
  /** How many persons, when the keys do not say. */
  readonly persons?: number;
};

/** Writes the request's one entry in the access log, in the transaction that reads or changes: no entry, no look. */
export async function logAccess(tx: Tx, access: Access): Promise<void> {
  const { user, action, purpose } = access;
  const keys = [...new Set(access.keys)];
  await addEntry(tx, {
    who: user.label,
    role: user.role,
    action,
    purpose,
    keys,
    persons: access.persons ?? keys.length,
  });
}
