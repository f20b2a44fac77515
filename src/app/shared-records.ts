import { anyCitizens } from "../citizens/public.ts";
import { municipalities } from "../organisation/public.ts";
import { type Database, inTenant } from "../platform/db/public.ts";
import { noteMunicipality, readSettings } from "./settings.ts";

/**
 * On a server other processes may have loaded a municipality that this data folder has not heard of: it is noted here too, so that
 * this process takes part in its upkeep. Its people count as real ones until the folder is told otherwise.
 */
export async function noteSharedRecords(db: Database, data: string): Promise<void> {
  if (db.engine !== "server") return;
  const known = new Set(readSettings(data).municipalities.map(({ code }) => code));
  for (const { code } of municipalities) {
    if (known.has(code) || !(await inTenant(db, { municipality: code }, anyCitizens))) continue;
    noteMunicipality(data, { code, synthetic: false, opensOn: null });
  }
}
