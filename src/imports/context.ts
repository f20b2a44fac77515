import type { Database } from "../platform/db/public.ts";
import type { Day } from "../platform/kernel/day.ts";
import type { Fact } from "../platform/kernel/fact.ts";
import type { Keyring } from "../platform/secrets/public.ts";

/** What imports work with. */
export type Imports = {
  readonly db: Database;
  /** All kinds of facts, what is referred to before what refers. */
  readonly facts: readonly Fact[];
  /** Seals what is kept of files, and CPR numbers. */
  readonly keyring: Keyring;
  readonly today: () => Day;
};

/** Who works on imports: a session of somebody who may. */
export type By = { readonly municipality: string; readonly user: string; readonly role: string };

/** A batch of a municipality. */
export type BatchKey = { readonly municipality: string; readonly batch: string };

/** Where a deed is done: a batch of a municipality, with what imports work with. */
export type At = { readonly imports: Imports; readonly key: BatchKey };

/** The fact of that name. Throws on a name that a mapping could not have. */
export function factCalled(facts: readonly Fact[], name: string): Fact {
  const found = facts.find((fact) => fact.name === name);
  if (!found) throw new Error(`there is no kind of fact called "${name}"`);
  return found;
}
