import { mkdirSync } from "node:fs";
import { namedError, readLock } from "../../platform/db/public.ts";
import { type Day, parseDay, todayInCopenhagen } from "../../platform/kernel/day.ts";
import type { RemoteOperation, remoteOperations } from "../local-operations.ts";

export type Place = { readonly data: string; readonly url?: string };

type Result<Name extends RemoteOperation> = Awaited<ReturnType<(typeof remoteOperations)[Name]>>;

/**
 * Does one operation on a data folder: through the server that runs on it, else by opening the folder for as long as it takes.
 * One process owns the folder at a time.
 */
export async function reach<Name extends RemoteOperation>(
  place: Place,
  name: Name,
  asked: Parameters<(typeof remoteOperations)[Name]>[1],
): Promise<Result<Name>> {
  mkdirSync(place.data, { recursive: true });
  const server = readLock(place.data);
  if (server?.url && server.token)
    return throughServer<Result<Name>>({ url: server.url, token: server.token }, name, asked);
  // A command that a server answers for needs none of this.
  const [{ logRetentionOf, readConfig, resolved }, { openRuntime }, { operationsOver }, { remoteOperations }] =
    await Promise.all([
      import("../config/config.ts"),
      import("../runtime.ts"),
      import("../operations.ts"),
      import("../local-operations.ts"),
    ]);
  const env = resolved(process.env);
  const runtime = await openRuntime({ ...place, env, logRetention: logRetentionOf(readConfig(env)) });
  try {
    const operation = remoteOperations[name] as unknown as (running: unknown, asked: unknown) => Promise<unknown>;
    return (await operation({ ...operationsOver(runtime, today), runtime }, asked)) as Result<Name>;
  } finally {
    await runtime.close();
  }
}

/** Today in Copenhagen; `SPRINGBRAET_TODAY` sets another day for trials. */
export function today(): Day {
  const set = process.env.SPRINGBRAET_TODAY;
  return (set ? parseDay(set) : null) ?? todayInCopenhagen();
}

async function throughServer<T>(server: { url: string; token: string }, name: string, asked: unknown): Promise<T> {
  const answer = await fetch(new URL(`/api/v1/local/${name}`, server.url), {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${server.token}`, "x-springbraet": "1" },
    body: JSON.stringify(asked),
  });
  const body: unknown = await answer.json();
  if (answer.ok) return (body as { result: T }).result;
  const problem = body as { code: string; detail: { da: string; en: string }; problems?: unknown };
  throw Object.assign(namedError(problem.code, problem.detail), problem.problems ? { problems: problem.problems } : {});
}
