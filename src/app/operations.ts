import { type LoadResult, loadFolder } from "../imports/public.ts";
import {
  type ComputedPlan,
  contentOf,
  type FullTimeTable,
  figure,
  type PlanContent,
  type ReadFigure,
} from "../plan/public.ts";
import type { Day } from "../platform/kernel/day.ts";
import { dutyOperations } from "./duty-operations.ts";
import { fileFacts } from "./facts.ts";
import { importOperations } from "./import-operations.ts";
import { keyOperations } from "./key-operations.ts";
import { letterOperations } from "./letter-operations.ts";
import { logOperations } from "./log-operations.ts";
import { type AskedPlan, findPlace, municipalityOf, type Place, periodOf, readDay } from "./places.ts";
import { planMemory } from "./plan-memory.ts";
import { adoptedPlans, planCalled } from "./plans.ts";
import { privacyOperations } from "./privacy-operations.ts";
import type { Runtime } from "./runtime-type.ts";
import { noteMunicipality } from "./settings.ts";
import { warehouseOperations } from "./warehouse-operations.ts";

export type AskedFigure = {
  /** The indicator in the plan's own YAML. */
  readonly indicator: string;
  readonly municipality?: string;
  readonly plan?: string;
  readonly asOf?: string;
  readonly knownAt?: string;
  readonly snapshot?: string;
};

export type AskedLoad = {
  readonly folder: string;
  readonly municipality?: string;
  readonly synthetic?: boolean;
  readonly opensOn?: string;
};

/** What the program can do, for the command line and the server alike. */
export type Operations = ReturnType<typeof operationsOver>;

/** The operations over an open runtime. `today` is asked at each call, so that a server may run for months. */
export function operationsOver(runtime: Runtime, today: () => Day) {
  const memory = planMemory(runtime);
  const placeOf = (asked: AskedPlan): Promise<Place> => findPlace(asked, { runtime, today: today() });
  const sourceOf = ({ plan, snapshot, knownAt }: Place) =>
    runtime.source({ municipality: plan.municipality, snapshot, knownAt, plan: periodOf(plan) });
  /** All goals of a plan, for the jobcentre's own staff: hand it to others through `asSeenBy`. */
  const status = async (asked: AskedPlan): Promise<ComputedPlan> => {
    const place = await placeOf(asked);
    return memory.status({ place, source: await sourceOf(place) });
  };
  const duties = dutyOperations(runtime, today);
  return {
    ...warehouseOperations(runtime, today),
    ...importOperations(runtime, { today, status, refreshDuties: duties.refreshDuties }),
    ...duties,
    ...letterOperations(runtime, duties.dutyDay),
    ...keyOperations(runtime),
    ...logOperations(runtime, today),
    ...privacyOperations(runtime, today),
    today,
    placeOf,
    sourceOf,
    status,
    /** The table of full-time persons, or null when the plan has none. */
    table: async (asked: AskedPlan & { readonly discreet: boolean }): Promise<FullTimeTable | null> => {
      const place = await placeOf(asked);
      return memory.table({ place, source: await sourceOf(place), discreet: asked.discreet });
    },
    content: (id: string): PlanContent => contentOf(planCalled(id)),
    plans: () =>
      adoptedPlans.map((plan) => ({ id: plan.id, title: plan.title, municipality: plan.municipality, ...plan.period })),
    figure: (asked: AskedFigure): Promise<ReadFigure> => oneFigure(runtime, asked, today()),
    load: async (asked: AskedLoad): Promise<LoadResult> => {
      const result = await load(runtime, asked, today());
      const code = municipalityOf(asked.municipality, runtime);
      if (result.ok) {
        await duties.refreshDuties(code);
        await runtime.recordsChanged(code);
      }
      return result;
    },
  };
}

async function oneFigure(runtime: Runtime, asked: AskedFigure, today: Day): Promise<ReadFigure> {
  const plan = asked.plan ? planCalled(asked.plan) : null;
  const source = await runtime.source({
    municipality: municipalityOf(asked.municipality ?? plan?.municipality, runtime),
    snapshot: asked.snapshot ?? null,
    knownAt: asked.knownAt ? readDay(asked.knownAt) : null,
    plan: plan && periodOf(plan),
  });
  return await figure(asked.indicator, { source, asOf: asked.asOf ? readDay(asked.asOf) : today });
}

async function load(runtime: Runtime, asked: AskedLoad, today: Day): Promise<LoadResult> {
  const code = municipalityOf(asked.municipality, runtime);
  const { db, keyring } = runtime;
  const result = await loadFolder({ db, keyring, facts: fileFacts, folder: asked.folder, municipality: code, today });
  const known = runtime.settings().municipalities.find((municipality) => municipality.code === code);
  const synthetic = asked.synthetic ?? known?.synthetic ?? false;
  if (result.ok) noteMunicipality(runtime.data, { code, synthetic, opensOn: asked.opensOn ?? known?.opensOn ?? null });
  return result;
}
