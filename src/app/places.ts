import { municipalityCalled } from "../organisation/public.ts";
import type { Plan, SnapshotInfo } from "../plan/public.ts";
import { namedError } from "../platform/db/public.ts";
import { type Day, day, parseDay } from "../platform/kernel/day.ts";
import type { Period } from "../platform/kernel/period.ts";
import { adoptedPlans, planCalled, planFrom } from "./plans.ts";
import type { Runtime } from "./runtime-type.ts";

/** Which plan on which day, from which knowledge. `plan` is an adopted plan's id, `yaml` a plan file's own text. */
export type AskedPlan = {
  readonly plan?: string;
  readonly yaml?: string;
  readonly asOf?: string;
  readonly knownAt?: string;
  readonly snapshot?: string;
};

/** A plan that was found, the day asked for and where its figures come from. */
export type Place = {
  readonly plan: Plan;
  readonly asOf: Day;
  readonly knownAt: Day | null;
  readonly snapshot: string | null;
};

/** Finds the plan and the day that were asked for; a snapshot opens on its own day. Throws named errors. */
export async function findPlace(
  asked: AskedPlan,
  at: { readonly runtime: Runtime; readonly today: Day },
): Promise<Place> {
  const plan = asked.yaml === undefined ? planCalled(asked.plan ?? "") : planFrom(asked.yaml);
  const snapshot = asked.snapshot ?? null;
  const pinned = snapshot === null ? null : await snapshotCalled(at.runtime, plan.municipality, snapshot);
  const opens = pinned ? day(pinned.asOf) : opensOn(at.runtime, plan, at.today);
  const knownAt = asked.knownAt ? readDay(asked.knownAt) : null;
  return { plan, asOf: asked.asOf ? readDay(asked.asOf) : opens, knownAt, snapshot };
}

/** The plan's days, half-open. */
export function periodOf(plan: Plan): Period {
  return { from: day(plan.period.from), until: (day(plan.period.to) + 1) as Day };
}

/** An ISO date somebody wrote. Throws `not_a_date`. */
export function readDay(text: string): Day {
  const parsed = parseDay(text);
  if (parsed !== null) return parsed;
  throw namedError("not_a_date", {
    da: `»${text}« er ikke en dato; skriv den som 2021-12-31`,
    en: `"${text}" is not a date; write it as 2021-12-31`,
  });
}

/**
 * The code of the municipality somebody named, or of the only one the data folder holds; of an empty folder the one whose plan comes
 * with the program. Throws `which_municipality`, `unknown_municipality`.
 */
export function municipalityOf(asked: string | undefined, runtime: Runtime): string {
  if (asked !== undefined) return municipalityCalled(asked).code;
  const known = runtime.settings().municipalities.map(({ code }) => code);
  const [only, another] = known.length > 0 ? known : [...new Set(adoptedPlans.map((plan) => plan.municipality))];
  if (only && another === undefined) return only;
  throw namedError("which_municipality", {
    da: "Sig hvilken kommune: --municipality 0316",
    en: "Say which municipality: --municipality 0316",
  });
}

/** A registered snapshot by its name. Throws `unknown_snapshot`. */
async function snapshotCalled(runtime: Runtime, municipality: string, name: string): Promise<SnapshotInfo> {
  const found = (await runtime.snapshots(municipality)).find((snapshot) => snapshot.name === name);
  if (found) return found;
  throw unknownSnapshot(name);
}

/** Error `unknown_snapshot`. */
export function unknownSnapshot(name: string): Error {
  return namedError("unknown_snapshot", {
    da: `Øjebliksbilledet »${name}« findes ikke; se listen over øjebliksbilleder`,
    en: `There is no snapshot "${name}"; see the list of snapshots`,
  });
}

/** The day a plan opens on when nobody asks for one: the demo's own day, else today, but not beyond the plan. */
function opensOn(runtime: Runtime, plan: Plan, today: Day): Day {
  const own = runtime.settings().municipalities.find(({ code }) => code === plan.municipality)?.opensOn;
  return own ? day(own) : (Math.min(today, day(plan.period.to)) as Day);
}
