import { ownCitizens } from "../../citizens/public.ts";
import { reachOf } from "../../organisation/public.ts";
import type { Session } from "../../platform/auth/public.ts";
import type { Tx } from "../../platform/db/public.ts";
import { everybodyRestricted } from "../../privacy/public.ts";

/** People whose data may only be stored (GDPR art. 18), as a reader meets them: marked where they handle the restriction, else set aside. */
export type HeldBack = { readonly restricted: ReadonlySet<string>; readonly aside: ReadonlySet<string> };

/** Who is held back from a session's lists: those who may unfold a citizen handle the restriction too. */
export async function heldBackFrom(tx: Tx, session: Session): Promise<HeldBack> {
  const restricted = new Set(await everybodyRestricted(tx));
  const reach = reachOf(session.role, "citizen.reveal");
  if (restricted.size === 0 || reach === "all" || reach === "unit") return { restricted, aside: new Set() };
  const own = reach === "own" ? new Set(await ownCitizens(tx)) : new Set<string>();
  return { restricted, aside: restricted.difference(own) };
}
