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
  verifyLog,
} from "../platform/audit/public.ts";
import type { Progress } from "../platform/jobs/public.ts";
import type { Day } from "../platform/kernel/day.ts";
import { type Checked, logChecks } from "./log-check.ts";
import { municipalityOf } from "./places.ts";
import type { Runtime } from "./runtime-type.ts";

type OfMunicipality = { readonly municipality?: string };

type Report = (progress: Progress) => void;
const NOBODY: Report = () => undefined;

/** What can be done with the access log: seal what is new, verify all of it, drop what is old. */
export function logOperations(runtime: Runtime, today: () => Day) {
  const seals = join(runtime.data, "seals");
  const begun = new Set<string>();
  const codeOf = (asked: OfMunicipality): string => municipalityOf(asked.municipality, runtime);
  const seal = async (municipality: string): Promise<Sealing> => {
    const everything = !begun.has(municipality);
    const done = await sealLog(runtime.db, municipality, { everything });
    begun.add(municipality);
    keepSealing(seals, municipality, done);
    return done;
  };
  const verify = async (
    municipality: string,
    { against, report = NOBODY }: { readonly against?: string | undefined; readonly report?: Report },
  ): Promise<Checked> => {
    const kept = [keptIn(seals, municipality), ...(against === undefined ? [] : [readKept(against, municipality)])];
    const found = await verifyLog(runtime.db, municipality, {
      kept,
      seen: (done, total) => report({ done, total, stage: "links" }),
    });
    return { ...found, checkedAt: new Date().toISOString() };
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
      verify(codeOf(asked), { against: asked.against }),
    /** How the log was when it was last verified, and how far a verification under way is: for pages. */
    checkAccessLog: logChecks(runtime, (municipality, report) => verify(municipality, { report })),
    /** Drops entries whose time is over. */
    dropAccessLog: (asked: OfMunicipality): Promise<DroppedEntries> =>
      dropOldEntries(runtime.db, codeOf(asked), { today: today(), retention: runtime.logRetention }),
  };
}
