import { randomBytes } from "node:crypto";
import type { Logger } from "pino";
import { readLoginSettings } from "../../platform/auth/public.ts";
import { keepUp } from "../../platform/jobs/public.ts";
import type { Day } from "../../platform/kernel/day.ts";
import { type Config, logRetentionOf, readConfig } from "../config/config.ts";
import type { Environment } from "../config/environment.ts";
import { operationsOver } from "../operations.ts";
import { openRuntime } from "../runtime.ts";
import type { Runtime } from "../runtime-type.ts";
import { upkeepOver } from "../upkeep.ts";
import { buildServer } from "./build.ts";
import type { App } from "./desk.ts";
import { openLog } from "./logging.ts";
import { metricsOver } from "./metrics.ts";
import { type MetricsServer, serveMetrics } from "./metrics-server.ts";

export type Served = { readonly url: string; readonly close: () => Promise<void> };

type Options = {
  readonly place: { readonly data: string; readonly url?: string };
  readonly today: () => Day;
  readonly port: number;
  readonly host: string;
  /** How the program is set up, and the environment that says so; all as usual when nothing is said. */
  readonly env?: Environment;
  /** Where to log; nowhere when nothing is said. */
  readonly log?: Logger;
};

/** Opens a data folder and serves it until the process is asked to stop; requests and jobs under way are finished first. */
export async function serve(options: Options): Promise<Served> {
  const { place, today, env = {}, log = openLog("silent") } = options;
  const config = readConfig(env);
  const runtime = await openRuntime({ ...place, ...settingsOf(config), env, log });
  try {
    runtime.post.check();
    const localToken = randomBytes(32).toString("base64url");
    const login = readLoginSettings(env);
    const metrics = metricsOver(runtime, login);
    const app = await buildServer({ runtime, today, localToken, log, edge: edgeOf(config), metrics, login });
    const operations = operationsOver(runtime, today);
    const keeper = await keepUp({
      jobs: await runtime.jobs(),
      upkeep: upkeepOver(runtime.db, operations),
      municipalities: () => runtime.settings().municipalities.map(({ code }) => code),
      log,
    });
    await operations.takeImports();
    const seconds = config.SPRINGBRAET_STOP_SECONDS;
    const open: { measured: MetricsServer | null } = { measured: null };
    const close = once(() => shut({ app, keeper, runtime, seconds, ...open }));
    // Before anybody can see that it serves: whoever asks it to stop at that moment is heard.
    stopOnSignal(close, { log, seconds });
    const url = await app.listen({ port: options.port, host: options.host });
    open.measured = await metricsServer(config, { app, metrics });
    runtime.db.lock?.publish({ url, token: localToken });
    return { url, close };
  } catch (error) {
    await runtime.close();
    throw error;
  }
}

function settingsOf(
  config: Config,
): Pick<Parameters<typeof openRuntime>[0], "limits" | "leaseSeconds" | "patienceMs" | "logRetention"> {
  return {
    logRetention: logRetentionOf(config),
    // As long as a request waits for the database.
    patienceMs: (config.SPRINGBRAET_ANSWER_SECONDS * 1000) / 4,
    limits: { most: config.SPRINGBRAET_POOL, connectSeconds: config.SPRINGBRAET_CONNECT_SECONDS },
    leaseSeconds: config.SPRINGBRAET_LEASE_SECONDS,
  };
}

function edgeOf(config: Config): Parameters<typeof buildServer>[0]["edge"] & object {
  return {
    trustProxy: config.SPRINGBRAET_TRUST_PROXY,
    requestSeconds: config.SPRINGBRAET_REQUEST_SECONDS,
    answerSeconds: config.SPRINGBRAET_ANSWER_SECONDS,
  };
}

async function metricsServer(config: Config, what: Parameters<typeof serveMetrics>[1]): Promise<MetricsServer | null> {
  const port = config.SPRINGBRAET_METRICS_PORT;
  return port === null ? null : await serveMetrics({ port, host: config.SPRINGBRAET_METRICS_HOST }, what);
}

type Open = {
  readonly app: App;
  readonly measured: MetricsServer | null;
  readonly keeper: { readonly stop: () => void };
  readonly runtime: Runtime;
  /** How long stopping may take. */
  readonly seconds: number;
};

/** Jobs are finished or handed back in half the time there is, beside the requests: one that hangs must not keep the jobs from others. */
async function shut({ app, measured, keeper, runtime, seconds }: Open): Promise<void> {
  keeper.stop();
  const jobsEnded = (await runtime.jobs()).stop((seconds * 1000) / 2);
  await app.close();
  await jobsEnded;
  await measured?.close();
  await runtime.close();
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | null = null;
  return () => {
    done ??= work();
    return done;
  };
}

const FLUSH_MS = 500;

/** Stops in order when asked to, and at once when that takes too long or is asked again. */
function stopOnSignal(
  close: () => Promise<void>,
  { log, seconds }: { readonly log: Logger; readonly seconds: number },
): void {
  let asked = false;
  const stop = (): void => {
    if (asked) endAtOnce();
    asked = true;
    log.info({}, "stopping: requests and jobs under way are finished first");
    setTimeout(() => {
      log.warn({ seconds }, "stopping took too long; what was under way is cut off and undone");
      // The log writes a little later than it is told.
      setTimeout(endAtOnce, FLUSH_MS);
    }, seconds * 1000).unref();
    close().then(
      () => process.exit(0),
      (err: unknown) => {
        log.error({ err }, "stopping failed");
        process.exit(1);
      },
    );
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, stop);
}

/** Without waiting for anything: an ordinary exit waits for threads that may be stuck. What is stored stays stored (`kill.test.ts`). */
function endAtOnce(): never {
  process.kill(process.pid, "SIGKILL");
  return process.exit(1);
}
