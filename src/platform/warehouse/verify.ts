import type { Fact } from "../kernel/fact.ts";
import { literal } from "./duck.ts";
import { type Feed, openWarehouse, type Warehouse } from "./warehouse.ts";

/** A fact whose warehouse does not hold the same rows as the records. */
export type Deviation = { readonly fact: string; readonly onlyInRecords: number; readonly onlyInWarehouse: number };

/** Reads all records afresh into a second warehouse and compares it row by row with the present one. Empty when they are equal. */
export async function verifyWarehouse(
  warehouse: Pick<Warehouse, "run" | "execute">,
  against: { readonly scratch: string; readonly facts: readonly Fact[]; readonly feed: Feed },
): Promise<readonly Deviation[]> {
  const fresh = await openWarehouse(against.scratch, against.facts);
  try {
    await fresh.refresh(against.feed);
    await fresh.execute("CHECKPOINT");
  } finally {
    fresh.close();
  }
  await warehouse.execute(`ATTACH ${literal(against.scratch)} AS fresh (READ_ONLY)`);
  try {
    const deviations: Deviation[] = [];
    for (const { name } of against.facts) {
      const [row] = await warehouse.run(
        `SELECT (SELECT count(*) FROM (SELECT * FROM fresh.records.${name} EXCEPT ALL SELECT * FROM records.${name})) AS missing,
                (SELECT count(*) FROM (SELECT * FROM records.${name} EXCEPT ALL SELECT * FROM fresh.records.${name})) AS extra`,
      );
      const found = { fact: name, onlyInRecords: Number(row?.missing ?? 0), onlyInWarehouse: Number(row?.extra ?? 0) };
      if (found.onlyInRecords + found.onlyInWarehouse > 0) deviations.push(found);
    }
    return deviations;
  } finally {
    await warehouse.execute("DETACH fresh");
  }
}
