import type { Tx } from "../platform/db/public.ts";
import type { Fact } from "../platform/kernel/fact.ts";
import { listNumbered } from "./queries/persons.ts";
import type { Sealing } from "./sealing.ts";

/** What is known about citizens' numbers while files are read. */
export type Numbered = { readonly sealing: Sealing; readonly citizens: Fact; readonly isStaged: boolean };

/**
 * Gives the id of the citizen with a CPR number by its blind index: among the staged citizens, then among the recorded. A number
 * nobody has gives the lasting pseudonym a citizen known by number only has: a new citizen in a file of citizens, and elsewhere an
 * id that leads to nobody, which the check of references finds.
 */
export async function citizensByNumber(tx: Tx, numbered: Numbered): Promise<(number: string) => string> {
  const { keyring, municipality } = numbered.sealing;
  const ids = new Map<string, string>();
  for (const { index, id } of await listNumbered(tx, numbered.citizens, numbered.isStaged)) ids.set(index, id);
  return (number) => {
    for (const index of keyring.indexesOf(municipality, number)) {
      const id = ids.get(index.toString("hex"));
      if (id !== undefined) return id;
    }
    return keyring.pseudonym(municipality, number);
  };
}
