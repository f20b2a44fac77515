import { sql } from "kysely";
import type { Tx } from "../../platform/db/public.ts";

/** What is to be seen of a company wherever it is shown. */
export type KnownCompany = {
  readonly name: string | null;
  /** Has it asked in CVR not to be contacted for marketing? Null when it is not known. */
  readonly advertisingProtected: boolean | null;
};

/** Some companies as they are known now, by their ids. */
export async function companiesKnown(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, KnownCompany>> {
  const found = await sql<
    KnownCompany & { id: string }
  >`select id, name, advertising_protected as "advertisingProtected"
    from companies.companies where id = any(${[...ids]}) and known_until = date '9999-12-31'`.execute(tx);
  return new Map(found.rows.map(({ id, ...known }) => [id, known]));
}
