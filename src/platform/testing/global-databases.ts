import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { startPostgres } from "./postgres-server.ts";
import { runFolder } from "./run-folder.ts";

/**
 * One PostgreSQL server for a whole test run. It starts beside the tests, so that those who need none do not wait; those who do
 * wait for `postgres.json` in the run's folder, which says where it is once it is up.
 */
export function setup(): () => Promise<void> {
  const say = (told: { readonly url: string | null; readonly error: string | null }): void =>
    writeFileSync(join(runFolder(), "postgres.json"), JSON.stringify(told));
  const starting = startPostgres().then(
    (server) => {
      say({ url: server?.url ?? null, error: null });
      return server;
    },
    (error: unknown) => {
      say({ url: null, error: String(error) });
      return null;
    },
  );
  return async () => {
    await (await starting)?.stop();
  };
}
