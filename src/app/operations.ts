import { randomUUID } from "node:crypto";
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { loadFolder, type LoadResult } from "../imports/public.ts";
import type { IndicatorResult } from "../indicators/public.ts";
import { municipalityCalled } from "../organisation/public.ts";
import { inTenant, namedError } from "../platform/db/public.ts";
import { type Day, day, isoDay, parseDay } from "../platform/kernel/day.ts";
import { checksumOf, type Deviation, verifyWarehouse, writeSnapshot } from "../platform/warehouse/public.ts";
import { type ComputedPlan, computePlan, contentOf, figure, fullTimeTable, type Plan, type PlanProblem, type SnapshotInfo } from "../plan/public.ts";
import { insertSnapshot } from "../plan/queries/snapshots.ts";
import { allFacts } from "./facts.ts";
import { adoptedPlans, planCalled, planFrom } from "./plans.ts";
import type { Runtime } from "./runtime.ts";
import { noteMunicipality } from "./settings.ts";

/** Which plan on which day, from which knowledge. `plan` is an adopted plan's id, `yaml` a plan file's own text. */
export type AskedPlan = {
  readonly plan?: string;
  readonly yaml?: string;
  readonly asOf?: string;
  readonly knownAt?: string;
  readonly snapshot?: string;
};

export type AskedFigure = {
  readonly indicator: string;
  readonly municipality?: string;
  readonly plan?: string;
  readonly asOf?: string;
  readonly knownAt?: string;
  readonly snapshot?: string;
};

/** A plan that was found, the day asked for and where its figures come from. */
type Place = { readonly plan: Plan; readonly asOf: Day; readonly knownAt: Day | null; readonly snapshot: string | null };

/** What the program can do, for the command line and the server alike. */
export type Operations = ReturnType<typeof operationsOver>;

/** The operations over an open runtime. `today` is asked at each call, so that a server may run for months. */
export function operationsOver(runtime: Runtime, today: () => Day) {
  const computed = planMemory(runtime);

  const placeOf = async (asked: AskedPlan): Promise<Place> => {
    const plan = asked.yaml === undefined ? planCalled(asked.plan ?? "") : planFrom(asked.yaml);
    const pinned = asked.snapshot ? await snapshotCalled(runtime, plan.municipality, asked.snapshot) : null;
    const asOf = asked.asOf ? readDay(asked.asOf) : pinned ? day(pinned.asOf) : opensOn(runtime, plan, today());
    return { plan, asOf, knownAt: asked.knownAt ? readDay(asked.knownAt) : null, snapshot: asked.snapshot ?? null };
  };

  const sourceOf = ({ plan, snapshot, knownAt }: Omit<Place, "asOf">) =>
    runtime.source({ municipality: plan.municipality, snapshot, knownAt, plan: periodOf(plan) });

  return {
    today,
    placeOf,
    sourceOf,
    /** All goals of a plan, for the jobcentre's own staff. */
    status: async (asked: AskedPlan): Promise<ComputedPlan> => computed(await placeOf(asked), sourceOf),
    table: async (asked: AskedPlan & { readonly discreet: boolean }) => {
      const place = await placeOf(asked);
      const source = await sourceOf(place);
      return fullTimeTable(place.plan, { source, asOf: place.asOf, snapshot: place.snapshot, discreet: asked.discreet });
    },
    content: (id: string) => contentOf(planCalled(id)),
    plans: () => adoptedPlans.map(({ id, title, municipality, period }) => ({ id, title, municipality, from: period.from, to: period.to })),
    figure: async (asked: AskedFigure): Promise<{ ok: true; result: IndicatorResult } | { ok: false; problems: readonly PlanProblem[] }> => {
      const plan = asked.plan ? planCalled(asked.plan) : null;
      const municipality = municipalityCalled(asked.municipality ?? plan?.municipality ?? onlyMunicipality(runtime)).code;
      const snapshot = asked.snapshot ?? null;
      const source = await runtime.source({
        municipality,
        snapshot,
        knownAt: asked.knownAt ? readDay(asked.knownAt) : null,
        plan: plan && periodOf(plan),
      });
      return figure(asked.indicator, { source, asOf: asked.asOf ? readDay(asked.asOf) : today() });
    },
    load: async (asked: { readonly folder: string; readonly municipality?: string; readonly synthetic?: boolean; readonly opensOn?: string }): Promise<LoadResult> => {
      const { code } = municipalityCalled(asked.municipality ?? onlyMunicipality(runtime));
      const result = await loadFolder({ db: runtime.db, facts: allFacts, folder: asked.folder, municipality: code, today: today() });
      const known = runtime.settings().municipalities.find((municipality) => municipality.code === code);
      if (result.ok) {
        const synthetic = asked.synthetic ?? known?.synthetic ?? false;
        noteMunicipality(runtime.data, { code, synthetic, opensOn: asked.opensOn ?? known?.opensOn ?? null });
      }
      return result;
    },
    rebuild: async ({ municipality }: { readonly municipality?: string }): Promise<void> =>
      runtime.rebuild(municipalityCalled(municipality ?? onlyMunicipality(runtime)).code),
    verify: async ({ municipality }: { readonly municipality?: string }): Promise<readonly Deviation[]> => {
      const { code } = municipalityCalled(municipality ?? onlyMunicipality(runtime));
      const { open } = await runtime.warehouse(code);
      const scratch = join(runtime.data, "warehouse", `${code}.verify-${randomUUID()}.duckdb`);
      try {
        return await verifyWarehouse(open, { scratch, facts: allFacts, feed: runtime.feed(code) });
      } finally {
        for (const file of [scratch, `${scratch}.wal`]) rmSync(file, { force: true });
      }
    },
    snapshot: (asked: { readonly name: string; readonly asOf?: string; readonly municipality?: string }): Promise<SnapshotInfo> =>
      makeSnapshot(runtime, asked, today()),
    snapshots: async (asked: { readonly municipality?: string }): Promise<readonly SnapshotInfo[]> =>
      (await runtime.snapshots(municipalityCalled(asked.municipality ?? onlyMunicipality(runtime)).code)).map(withoutFolder),
    /** Which snapshots no longer are what they were when they were made. */
    changedSnapshots: async (asked: { readonly municipality?: string }): Promise<readonly string[]> => {
      const made = await runtime.snapshots(municipalityCalled(asked.municipality ?? onlyMunicipality(runtime)).code);
      const intact = (folder: string, checksum: string): boolean =>
        existsSync(folder) && checksumOf(folder, allFacts) === checksum;
      return made.filter(({ folder, checksum }) => !intact(join(runtime.data, folder), checksum)).map(({ name }) => name);
    },
  };
}

/** Remembers computed plans until the records behind them change; the latest forty. */
function planMemory(runtime: Runtime) {
  const known = new Map<string, Promise<ComputedPlan>>();
  return async (place: Place, sourceOf: (place: Place) => ReturnType<Runtime["source"]>): Promise<ComputedPlan> => {
    const { plan, asOf, snapshot } = place;
    const source = await sourceOf(place);
    const synthetic = runtime.settings().municipalities.find(({ code }) => code === plan.municipality)?.synthetic ?? false;
    const compute = (): Promise<ComputedPlan> => {
      const { code, name } = municipalityCalled(plan.municipality);
      return computePlan(plan, { source, asOf, snapshot, municipality: { code, name }, synthetic });
    };
    if (!adoptedPlans.includes(plan)) return compute();
    const key = JSON.stringify([plan.id, asOf, source.knownAt, source.version]);
    const found = known.get(key) ?? compute();
    known.delete(key);
    known.set(key, found);
    for (const oldest of [...known.keys()].slice(0, -40)) known.delete(oldest);
    found.catch(() => known.delete(key));
    return found;
  };
}

async function makeSnapshot(
  runtime: Runtime,
  asked: { readonly name: string; readonly asOf?: string; readonly municipality?: string },
  today: Day,
): Promise<SnapshotInfo> {
  const { code } = municipalityCalled(asked.municipality ?? onlyMunicipality(runtime));
  if (!/^[a-z0-9][a-z0-9-]{0,60}$/.test(asked.name)) throw badSnapshotName(asked.name);
  if ((await runtime.snapshots(code)).some(({ name }) => name === asked.name)) throw snapshotExists(asked.name);
  const folder = join("snapshots", code, asked.name);
  const { open } = await runtime.warehouse(code);
  const { rows, checksum } = await writeSnapshot(open, join(runtime.data, folder), allFacts);
  const info: SnapshotInfo = {
    name: asked.name,
    asOf: isoDay(asked.asOf ? readDay(asked.asOf) : today),
    knownAt: isoDay(today),
    madeAt: new Date().toISOString(),
    rows,
    checksum,
  };
  try {
    await inTenant(runtime.db, { municipality: code }, (tx) => insertSnapshot(tx, { ...info, folder, facts: allFacts.length }));
  } catch (error) {
    rmSync(join(runtime.data, folder), { recursive: true, force: true });
    throw error;
  }
  return info;
}

function withoutFolder({ folder: _folder, ...info }: SnapshotInfo & { readonly folder: string }): SnapshotInfo {
  return info;
}

async function snapshotCalled(runtime: Runtime, municipality: string, name: string): Promise<SnapshotInfo> {
  const found = (await runtime.snapshots(municipality)).find((snapshot) => snapshot.name === name);
  if (found) return found;
  throw namedError("unknown_snapshot", {
    da: `Øjebliksbilledet »${name}« findes ikke; se listen over øjebliksbilleder`,
    en: `There is no snapshot "${name}"; see the list of snapshots`,
  });
}

/** The day a plan opens on when nobody asks for one: the demo's own day, else today, but not beyond the plan. */
function opensOn(runtime: Runtime, plan: Plan, today: Day): Day {
  const own = runtime.settings().municipalities.find(({ code }) => code === plan.municipality)?.opensOn;
  return own ? day(own) : (Math.min(today, day(plan.period.to)) as Day);
}

function onlyMunicipality(runtime: Runtime): string {
  const { municipalities } = runtime.settings();
  const [only] = municipalities;
  if (only && municipalities.length === 1) return only.code;
  throw namedError("which_municipality", {
    da: "Sig hvilken kommune: --municipality 0316",
    en: "Say which municipality: --municipality 0316",
  });
}

function periodOf(plan: Plan): { from: Day; until: Day } {
  return { from: day(plan.period.from), until: (day(plan.period.to) + 1) as Day };
}

function readDay(text: string): Day {
  const parsed = parseDay(text);
  if (parsed !== null) return parsed;
  throw namedError("not_a_date", {
    da: `»${text}« er ikke en dato; skriv den som 2021-12-31`,
    en: `"${text}" is not a date; write it as 2021-12-31`,
  });
}

function badSnapshotName(name: string): Error {
  return namedError("bad_snapshot_name", {
    da: `»${name}« kan ikke være et navn; brug små bogstaver, tal og bindestreg, fx 2021-06`,
    en: `"${name}" cannot be a name; use small letters, digits and hyphens, such as 2021-06`,
  });
}

function snapshotExists(name: string): Error {
  return namedError("snapshot_exists", {
    da: `Der er allerede et øjebliksbillede med navnet »${name}«; vælg et andet`,
    en: `There is already a snapshot called "${name}"; choose another name`,
  });
}
