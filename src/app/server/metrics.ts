import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Runtime } from "../runtime-type.ts";
import type { App } from "./desk.ts";
import { patternOf } from "./logging.ts";

/** What the operator's Prometheus reads. Labels are names of ours and codes of municipalities: nobody's data, and never many. */
export type Metrics = { readonly registry: Registry; readonly watch: (app: App) => void };

const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** The metrics of one process over what it holds open. Figures of the whole database are the same in every process. */
export function metricsOver(runtime: Runtime): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  measureDatabase(registry, runtime);
  measureWork(registry, runtime);
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

function measureDatabase(registry: Registry, { db }: Runtime): void {
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

function measureWork(registry: Registry, runtime: Runtime): void {
  const jobs = new Gauge({
    name: "springbraet_jobs",
    help: "Jobs in the database by name and state; failed ones will not be tried again",
    labelNames: ["name", "state"],
    registers: [registry],
    collect: async () => {
      const counts = await (await runtime.jobs()).counts();
      jobs.reset();
      waiting.reset();
      for (const { name, state, jobs: many, seconds } of counts) {
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
  const warehouses = new Gauge({
    name: "springbraet_warehouse_age_seconds",
    help: "Seconds since this process last compared a municipality's warehouse with the records",
    labelNames: ["municipality"],
    registers: [registry],
    collect: async () => {
      warehouses.reset();
      for (const { municipality, seconds } of await runtime.warehouseAges()) warehouses.set({ municipality }, seconds);
    },
  });
}
