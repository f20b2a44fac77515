import { z } from "zod";
import type { Runtime } from "../runtime-type.ts";
import type { App } from "./desk.ts";

/** What must be in order before this process is sent requests. */
const readiness = z.strictObject({
  ready: z.boolean(),
  checks: z.strictObject({ database: z.boolean(), migrations: z.boolean(), keys: z.boolean(), running: z.boolean() }),
});

type Readiness = z.infer<typeof readiness>;

const LONGEST_MS = 3_000;

/**
 * Can this process answer? The database is asked, with a time limit: an answer that comes too late is no answer. Says nothing but yes
 * and no, so that it may be asked by anybody.
 */
async function readinessOf(runtime: Runtime, stopping: boolean): Promise<Readiness> {
  const found = await inTime(runtime.check(), { database: false, migrations: false, keys: false });
  const checks = { ...found, running: !stopping };
  return { ready: Object.values(checks).every(Boolean), checks };
}

/** `/health`: the process lives. `/ready`: it can answer; 503 while it cannot, also from the moment it is asked to stop. */
export function healthRoutes(app: App, runtime: Runtime): void {
  let stopping = false;
  app.addHook("preClose", (done) => {
    stopping = true;
    done();
  });
  app.get("/health", { schema: { hide: true } }, () => ({ lives: true }));
  app.get(
    "/ready",
    { schema: { hide: true, response: { 200: readiness, 503: readiness } } },
    async (_request, reply) => {
      const found = await readinessOf(runtime, stopping);
      return reply.status(found.ready ? 200 : 503).send(found);
    },
  );
}

async function inTime<T>(work: Promise<T>, otherwise: T): Promise<T> {
  const { promise, resolve } = Promise.withResolvers<T>();
  const timer = setTimeout(resolve, LONGEST_MS, otherwise);
  try {
    return await Promise.race([work.catch(() => otherwise), promise]);
  } finally {
    clearTimeout(timer);
  }
}
