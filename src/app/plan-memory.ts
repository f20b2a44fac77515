import type { Source } from "../indicators/public.ts";
import { municipalityCalled } from "../organisation/public.ts";
import { type ComputedPlan, computePlan, type FullTimeTable, fullTimeTable } from "../plan/public.ts";
import type { Place } from "./places.ts";
import { adoptedPlans } from "./plans.ts";
import type { Runtime } from "./runtime-type.ts";

const REMEMBERED = 40;

type Versioned = Source & { readonly version: string };
type Asked = { readonly place: Place; readonly source: Versioned };

/** Computes plans and their tables and remembers the latest until the records behind them change. A plan from a file is computed each time. */
export function planMemory(runtime: Runtime): {
  readonly status: (asked: Asked) => Promise<ComputedPlan>;
  readonly table: (asked: Asked & { readonly discreet: boolean }) => Promise<FullTimeTable | null>;
} {
  const status = remembering(({ place, source }: Asked) => compute(runtime, place, source));
  const table = remembering(({ place, source, discreet }: Asked & { readonly discreet: boolean }) =>
    fullTimeTable(place.plan, { source, asOf: place.asOf, snapshot: place.snapshot, discreet }),
  );
  return { status, table };
}

/** The same answer for the same question, for the latest questions; failures are forgotten. */
function remembering<A extends Asked & { readonly discreet?: boolean }, T>(
  answer: (asked: A) => Promise<T>,
): (asked: A) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (asked) => {
    const { place, source } = asked;
    if (!adoptedPlans.includes(place.plan)) return answer(asked);
    const key = JSON.stringify([place.plan.id, place.asOf, source.knownAt, source.version, asked.discreet ?? null]);
    const found = known.get(key) ?? answer(asked);
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
