import type { Tx } from "../db/public.ts";
import { addEntry } from "./queries/add-entry.ts";

/** One look at persons, or one change: who did what to whom and why. */
export type Access = {
  readonly user: { readonly label: string; readonly role: string; readonly unit?: string };
  /** Name of the operation. */
  readonly action: string;
  readonly purpose: string;
  /** Ids of all persons in the request; empty for a whole import. */
  readonly keys: readonly string[];
  /** How many persons, when the keys do not say. */
  readonly persons?: number;
  /** Was something changed? A look otherwise. */
  readonly change?: boolean;
  /** The kinds of data that were shown or changed, such as the names of facts. */
  readonly data?: readonly string[];
};

/** Writes the request's one entry in the access log, in the transaction that reads or changes: no entry, no look. */
export async function logAccess(tx: Tx, access: Access): Promise<void> {
  const { user, action, purpose, change = false, data = [] } = access;
  const keys = [...new Set(access.keys)];
  await addEntry(tx, {
    who: user.label,
    role: user.role,
    unit: user.unit ?? null,
    action,
    purpose,
    change,
    data: [...data],
    keys,
    persons: access.persons ?? keys.length,
  });
}
