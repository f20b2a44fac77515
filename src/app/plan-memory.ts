import type { Source } from "../indicators/public.ts";
import { municipalityCalled } from "../organisation/public.ts";
import { type ComputedPlan, computePlan } from "../plan/public.ts";
import type { Place } from "./places.ts";
import { adoptedPlans } from "./plans.ts";
import type { Runtime } from "./runtime-type.ts";

const REMEMBERED = 40;

/** Computes plans and remembers the latest until the records behind them change. A plan from a file is computed each time. */
export function planMemory(
  runtime: Runtime,
): (place: Place, source: Source & { readonly version: string }) => Promise<ComputedPlan> {
  const known = new Map<string, Promise<ComputedPlan>>();
  return (place, source) => {
    if (!adoptedPlans.includes(place.plan)) return compute(runtime, place, source);
    const key = JSON.stringify([place.plan.id, place.asOf, source.knownAt, source.version]);
    const found = known.get(key) ?? compute(runtime, place, source);
    known.delete(key);
    known.set(key, found);
    for (const oldest of [...known.keys()].slice(0, -REMEMBERED)) known.delete(oldest);
    found.catch(() => known.delete(key));
    return found;
  };
}

function compute(runtime: Runtime, { plan, asOf, snapshot }: Place, source: Source): Promise<ComputedPlan> {
  const { code, name } = municipalityCalled(plan.municipality);
  const synthetic = runtime.settings().municipalities.some((one) => one.code === code && one.synthetic);
  return computePlan(plan, { source, asOf, snapshot, municipality: { code, name }, synthetic });
}
