import { createReadStream, lstatSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import {
  type Around,
  type BatchKey,
  type By,
  deleteOldContents,
  type Figure,
  type Imports,
  type Incoming,
  receiveFiles,
  startCheck,
  viewBatch,
  waitingBatches,
  workOnBatch,
} from "../imports/public.ts";
import { asSeenBy, type ComputedPlan } from "../plan/public.ts";
import { inTenant } from "../platform/db/public.ts";
import type { JobHandler } from "../platform/jobs/public.ts";
import type { Day } from "../platform/kernel/day.ts";
import { fileFacts } from "./facts.ts";
import type { AskedPlan } from "./places.ts";
import { adoptedPlans } from "./plans.ts";
import type { Runtime } from "./runtime-type.ts";
import { noteMunicipality } from "./settings.ts";

const JOB = "import";
/** Imports a process works on at once: one may wait for the plan's figures while another is checked. */
const AT_ONCE = 2;

type With = {
  readonly today: () => Day;
  readonly status: (asked: AskedPlan) => Promise<ComputedPlan>;
  /** Duties follow from what was imported. */
  readonly refreshDuties: (municipality: string) => Promise<unknown>;
};

/** Imports with their work as jobs. `status` computes a plan for the figures before and after. */
export function importOperations(runtime: Runtime, { today, status, refreshDuties }: With) {
  const imports: Imports = { db: runtime.db, facts: fileFacts, keyring: runtime.keyring, today };
  const around: Around = {
    changed: async (municipality) => {
      const known = runtime.settings().municipalities.some(({ code }) => code === municipality);
      if (!known) noteMunicipality(runtime.data, { code: municipality, synthetic: false, opensOn: null });
      await refreshDuties(municipality);
      await runtime.recordsChanged(municipality);
    },
    figures: (municipality) => figuresOf(municipality, status),
  };
  const work: JobHandler = async (job) => {
    const key = { municipality: job.municipality, batch: String(job.data.batch) };
    await workOnBatch(imports, key, { ...around, signal: job.signal });
    return undefined;
  };
  let working: Promise<unknown> | null = null;
  const jobs = async () => {
    const opened = await runtime.jobs();
    working ??= opened.work(JOB, work, AT_ONCE);
    await working;
    return opened;
  };
  const start = async ({ municipality, batch }: BatchKey, by: string): Promise<void> => {
    await (await jobs()).enqueue(JOB, { municipality, by, data: { batch } });
  };
  return {
    imports,
    importAround: around,
    /** Puts the work of a batch in line; it may be there already. */
    startImport: start,
    /** Checks a batch whose files are all understood; any other waits for somebody. */
    checkImport: async (key: BatchKey, by: By): Promise<void> => {
      if ((await viewBatch(imports, key)).state !== "mapped") return;
      await inTenant(runtime.db, { municipality: key.municipality }, (tx) => startCheck(tx, key, by));
      await start(key, by.user);
    },
    /** Takes up imports that a process died over, and those to come. */
    takeImports: async (): Promise<void> => {
      for (const { code } of runtime.settings().municipalities) {
        for (const batch of await waitingBatches(imports, code))
          await start({ municipality: code, batch }, "springbraet");
      }
      await jobs();
    },
    /** Deletes contents of files that have had their time, and takes up work that nobody is at. */
    lookAfterImports: async (municipality: string): Promise<undefined> => {
      await deleteOldContents(imports, municipality, new Date());
      for (const batch of await waitingBatches(imports, municipality))
        await start({ municipality, batch }, "springbraet");
    },
    /** Takes in a folder of files on this machine. */
    receiveFolder: (by: By, folder: string) => receiveFiles(imports, by, { files: filesIn(folder) }),
  };
}

/** All figures of the municipality's plans on the days they are shown for. */
async function figuresOf(
  municipality: string,
  status: (asked: AskedPlan) => Promise<ComputedPlan>,
): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const plan of adoptedPlans.filter((one) => one.municipality === municipality)) {
    const { goals } = asSeenBy(await status({ plan: plan.id }), { discreet: false });
    for (const goal of goals) {
      for (const { value, unit, label } of goal.indicators) {
        const title = goal.indicators.length > 1 ? label : goal.title;
        figures.push({ plan: plan.id, goal: goal.id, title, unit, value });
      }
    }
  }
  return figures;
}

/** The files of a folder and the folders in it, hidden ones left out. Links are not followed. */
function* filesIn(folder: string): Generator<Incoming> {
  for (const path of pathsIn(folder)) {
    yield { name: relative(folder, path), bytes: createReadStream(path) as AsyncIterable<Buffer> };
  }
}

function pathsIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => !name.startsWith("."))
    .toSorted()
    .flatMap((name) => {
      const path = join(folder, name);
      const found = lstatSync(path);
      if (found.isDirectory()) return pathsIn(path);
      return found.isFile() && /\.(csv|txt|tsv|xlsx)$/i.test(name) ? [path] : [];
    });
}
