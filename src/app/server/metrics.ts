import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { sealingLag } from "../../platform/audit/public.ts";
import { countSessions, type SessionLimits } from "../../platform/auth/public.ts";
import { outageOf } from "../../platform/db/public.ts";
import type { Runtime } from "../runtime-type.ts";
import type { App } from "./desk.ts";
import { patternOf } from "./logging.ts";

/** What the operator's Prometheus reads. Labels are names of ours and codes of municipalities: nobody's data, and never many. */
export type Metrics = { readonly registry: Registry; readonly watch: (app: App) => void };

const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** The metrics of one process over what it holds open. Figures of the whole database are the same in every process. */
export function metricsOver(runtime: Runtime, limits: SessionLimits): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  measureDatabase(registry, runtime);
  measureJobs(registry, runtime);
  measurePlaces(registry, runtime, limits);
  const requests = new Counter({
    name: "springbraet_requests_total",
    help: "Requests answered, by method, route pattern and status",
    labelNames: ["method", "route", "status"],
    registers: [registry],
  });
  const times = new Histogram({
    name: "springbraet_request_seconds",
    help: "How long requests took, by method and route pattern",
    labelNames: ["method", "route"],
    buckets: SECONDS,
    registers: [registry],
  });
  return {
    registry,
    watch: (app) => {
      app.addHook("onResponse", (request, reply, done) => {
        const method = METHODS.has(request.method) ? request.method : "OTHER";
        const route = patternOf(request);
        requests.inc({ method, route, status: String(reply.statusCode) });
        times.observe({ method, route }, reply.elapsedTime / 1000);
        done();
      });
    },
  };
}

function measureDatabase(registry: Registry, runtime: Runtime): void {
  const { db } = runtime;
  const answers: Gauge = new Gauge({
    name: "springbraet_database_up",
    help: "1 when the database answers, 0 when it does not; figures of the database are left out meanwhile",
    registers: [registry],
    collect: async (): Promise<void> => {
      const seen = await orNothing(() => runtime.check());
      answers.set(seen?.database ? 1 : 0);
    },
  });
  const connections = new Gauge({
    name: "springbraet_database_connections",
    help: "Connections of this process to the records: open, idle, and requests waiting for one",
    labelNames: ["state"],
    registers: [registry],
    collect: () => {
      for (const [state, count] of Object.entries(db.pool.load())) connections.set({ state }, count);
    },
  });
}

function measureJobs(registry: Registry, runtime: Runtime): void {
  const jobs = new Gauge({
    name: "springbraet_jobs",
    help: "Jobs in the database by name and state; failed ones will not be tried again",
    labelNames: ["name", "state"],
    registers: [registry],
    collect: async () => {
      jobs.reset();
      waiting.reset();
      const counts = await orNothing(async () => (await runtime.jobs()).counts());
      for (const { name, state, jobs: many, seconds } of counts ?? []) {
        jobs.set({ name, state }, many);
        if (state === "created" || state === "retry") waiting.set({ name }, seconds);
      }
    },
  });
  const waiting = new Gauge({
    name: "springbraet_job_longest_wait_seconds",
    help: "How long the eldest waiting job of a name has waited",
    labelNames: ["name"],
    registers: [registry],
  });
}

type PerMunicipality = { readonly name: string; readonly help: string };

/** What is measured for each municipality of this data folder. */
function measurePlaces(registry: Registry, runtime: Runtime, limits: SessionLimits): void {
  const gauge = (about: PerMunicipality, measure: () => Promise<ReadonlyMap<string, number> | null>): void => {
    const made = new Gauge({
      ...about,
      labelNames: ["municipality"],
      registers: [registry],
      collect: async () => {
        made.reset();
        for (const [municipality, value] of (await measure()) ?? []) made.set({ municipality }, value);
      },
    });
  };
  const each = (measure: (municipality: string) => Promise<number>) => () =>
    orNothing(async () => {
      const found = new Map<string, number>();
      for (const { code } of runtime.settings().municipalities) found.set(code, await measure(code));
      return found;
    });
  gauge(
    {
      name: "springbraet_warehouse_age_seconds",
      help: "Seconds since this process last compared a municipality's warehouse with the records",
    },
    async () => new Map((await runtime.warehouseAges()).map(({ municipality, seconds }) => [municipality, seconds])),
  );
  gauge(
    { name: "springbraet_sessions", help: "Sessions that are neither ended, expired nor unused for too long" },
    each((code) => countSessions(runtime.db, code, { now: new Date(), limits })),
  );
  gauge(
    {
      name: "springbraet_log_unsealed_seconds",
      help: "How long the oldest entry of the access log that is not sealed has waited; 0 when none waits",
    },
    each((code) => sealingLag(runtime.db, code)),
  );
}

/** What the database says, or nothing while it does not answer: the process's own metrics are told all the same. */
async function orNothing<T>(ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    if (outageOf(error) === null) throw error;
    return null;
  }
}
