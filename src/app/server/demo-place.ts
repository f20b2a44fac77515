import { type Caseload, caseloads } from "../../citizens/public.ts";
import { unitsWithin } from "../../organisation/public.ts";
import type { Role, Session } from "../../platform/auth/public.ts";
import { type Database, inTenant } from "../../platform/db/public.ts";
import { WHOLE } from "./access.ts";

type Asked = { readonly municipality: string; readonly role: Role; readonly unit: string | null };

/** Where in the made-up jobcentre somebody works who takes a role in the demo: a caseworker has the largest caseload there is. */
export async function demoPlace(
  db: Database,
  { municipality, role, unit }: Asked,
): Promise<Pick<Session, "staff" | "units">> {
  const units = [unit ?? WHOLE];
  if (role !== "caseworker") return { staff: null, units };
  return await inTenant(db, { municipality }, async (tx) => {
    const within = unit === null ? null : await unitsWithin(tx, [unit]);
    const own = (await caseloads(tx)).filter((each) => each.staff !== null && (within?.includes(each.unit) ?? true));
    const [first] = own.toSorted((a: Caseload, b: Caseload) => b.citizens - a.citizens);
    return first ? { staff: first.staff, units: [first.unit] } : { staff: null, units };
  });
}
