import { join } from "node:path";
import {
  type DroppedEntries,
  dropOldEntries,
  type KeptSeals,
  keepSealing,
  keptIn,
  readKept,
  type Sealing,
  sealLog,
  type Verification,
  verifyLog,
} from "../platform/audit/public.ts";
import type { Day } from "../platform/kernel/day.ts";
import { municipalityOf } from "./places.ts";
import type { Runtime } from "./runtime-type.ts";

type OfMunicipality = { readonly municipality?: string };

/** What verifying found, and when that was. */
export type Checked = Verification & { readonly checkedAt: string };

/** A verification is worth this long to a page that only wants to say how the log is. */
const FRESH_MS = 15 * 60_000;

/** What can be done with the access log: seal what is new, verify all of it, drop what is old. */
export function logOperations(runtime: Runtime, today: () => Day) {
  const seals = join(runtime.data, "seals");
  const begun = new Set<string>();
  const checked = new Map<string, Promise<Checked>>();
  const codeOf = (asked: OfMunicipality): string => municipalityOf(asked.municipality, runtime);
  const seal = async (municipality: string): Promise<Sealing> => {
    const everything = !begun.has(municipality);
    const done = await sealLog(runtime.db, municipality, { everything });
    begun.add(municipality);
    keepSealing(seals, municipality, done);
    return done;
  };
  const verify = async (municipality: string, against?: string): Promise<Checked> => {
    const kept = [keptIn(seals, municipality), ...(against === undefined ? [] : [readKept(against, municipality)])];
    return { ...(await verifyLog(runtime.db, municipality, kept)), checkedAt: new Date().toISOString() };
  };
  const recheck = (municipality: string): Promise<Checked> => {
    const verifying = verify(municipality);
    checked.set(municipality, verifying);
    const forget = (): void => {
      if (checked.get(municipality) === verifying) checked.delete(municipality);
    };
    verifying.then(() => setTimeout(forget, FRESH_MS).unref(), forget);
    return verifying;
  };
  return {
    /** Seals what the log has got since the last time, and gives all seals, to be kept elsewhere. */
    sealAccessLog: async (asked: OfMunicipality): Promise<KeptSeals & { readonly sealed: number }> => {
      const municipality = codeOf(asked);
      const { sealed } = await seal(municipality);
      return { ...keptIn(seals, municipality), sealed };
    },
    /** Recomputes the whole log; `against` is the text of a file of seals that were kept elsewhere. */
    verifyAccessLog: (asked: OfMunicipality & { readonly against?: string }): Promise<Checked> =>
      verify(codeOf(asked), asked.against),
    /** How the log was when it was last verified, a quarter of an hour ago at most. */
    checkedAccessLog: (municipality: string): Promise<Checked> => checked.get(municipality) ?? recheck(municipality),
    /** Verifies the log now, for this page and the next. */
    recheckAccessLog: recheck,
    /** Drops entries whose time is over. */
    dropAccessLog: (asked: OfMunicipality): Promise<DroppedEntries> =>
      dropOldEntries(runtime.db, codeOf(asked), { today: today() }),
  };
}
