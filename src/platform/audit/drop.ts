import type { Database } from "../db/public.ts";
import { asOwner } from "../db/tenant.ts";
import { addMonths, type Day, isoDay } from "../kernel/day.ts";
import { logAccess } from "./log-access.ts";
import { actFor, type Dropped, dropBefore, dropEmptyLinks } from "./queries/dropping.ts";
import { takeSealersTurn } from "./queries/sealing.ts";

/** For how many months entries are kept. Changes follow the longest deletion period of what they changed. */
export type LogRetention = { readonly looksMonths: number; readonly changesMonths: number };

/** Half a year for looks, as was the rule for security logs; five years for changes, as KLE commonly gives for cases. */
export const LOG_RETENTION: LogRetention = { looksMonths: 6, changesMonths: 60 };

/** What was dropped of looks and of changes. */
export type DroppedEntries = { readonly looks: Dropped; readonly changes: Dropped };

/**
 * Drops entries whose time is over, whole days at a time, and logs that it did. The days' seals stay, so that the chain can still be
 * verified. Maintenance: the application itself cannot delete from the log.
 */
export function dropOldEntries(
  db: Database,
  municipality: string,
  given: { readonly today: Day; readonly retention?: LogRetention },
): Promise<DroppedEntries> {
  const { looksMonths, changesMonths } = given.retention ?? LOG_RETENTION;
  const on = isoDay(given.today);
  return asOwner(db, async (tx) => {
    await actFor(tx, municipality);
    await takeSealersTurn(tx, municipality);
    const before = (months: number): string => isoDay(addMonths(given.today, -months));
    const looks = await dropBefore(tx, { change: false, before: before(looksMonths), on });
    const changes = await dropBefore(tx, { change: true, before: before(changesMonths), on });
    await dropEmptyLinks(tx);
    if (looks.days + changes.days > 0) {
      await logAccess(tx, {
        user: { label: "system", role: "system" },
        action: "log.drop",
        purpose: `looks before ${before(looksMonths)}, changes before ${before(changesMonths)}`,
        keys: [],
        change: true,
      });
    }
    return { looks, changes };
  });
}
