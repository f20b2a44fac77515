import { timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { type RemoteOperation, remoteOperations } from "../../local-operations.ts";
import type { App, Desk } from "../desk.ts";
import { refuse } from "../errors.ts";

/** The command line on this machine works through the server that owns the data folder; the lock file holds its secret. */
export function localRoutes(app: App, desk: Desk): void {
  app.post(
    "/local/:operation",
    { schema: { hide: true, params: z.object({ operation: z.string() }), body: z.record(z.string(), z.unknown()) } },
    async (request) => {
      if (!isSecret(request.headers.authorization, desk.localToken)) throw refuse(401, "no_session");
      const { operation } = request.params;
      if (!Object.hasOwn(remoteOperations, operation)) throw refuse(404, "not_found");
      const run = remoteOperations[operation as RemoteOperation] as (running: Desk, asked: unknown) => Promise<unknown>;
      return { result: (await run(desk, request.body)) ?? null };
    },
  );
}

function isSecret(header: string | undefined, token: string): boolean {
  const given = Buffer.from(header ?? "");
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
