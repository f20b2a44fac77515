import { randomBytes } from "node:crypto";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readLoginSettings } from "../../platform/auth/public.ts";
import { day } from "../../platform/kernel/day.ts";
import { freePort } from "../../platform/testing/free-port.ts";
import {
  CLIENT,
  type IdentityProvider,
  startIdentityProvider,
  type Users,
} from "../../platform/testing/identity-provider.ts";
import { operationsOver } from "../operations.ts";
import { openRuntime } from "../runtime.ts";
import type { Runtime } from "../runtime-type.ts";
import { buildServer } from "../server/build.ts";
import { newDataFolder } from "./data-folder.ts";
import { HAND_MADE } from "./demo-desk.ts";

/** A server that people log in to through a real identity provider. */
export type LoginDesk = {
  readonly url: string;
  readonly runtime: Runtime;
  readonly provider: IdentityProvider;
  readonly close: () => Promise<void>;
};

type Wanted = {
  /** The access file's rules, YAML. */
  readonly access: string;
  readonly users: Users;
  /** More of the environment, such as SPRINGBRAET_MODE. */
  readonly env?: Readonly<Record<string, string>>;
  /** Are the twelve hand-made citizens called made up, as they are, or real? */
  readonly synthetic?: boolean;
};

/** Starts a provider, and a server that knows it, on the twelve hand-made citizens of Næstved in a folder that is gone when closed. */
export async function openLoginDesk({ access, users, env = {}, synthetic = true }: Wanted): Promise<LoginDesk> {
  const data = await newDataFolder();
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const provider = await startIdentityProvider({ origin, users });
  writeFileSync(join(data, "access.yaml"), access);
  const login = readLoginSettings({
    SPRINGBRAET_URL: origin,
    SPRINGBRAET_ACCESS: join(data, "access.yaml"),
    SPRINGBRAET_OIDC_ISSUER: provider.issuer,
    SPRINGBRAET_OIDC_CLIENT: CLIENT.id,
    SPRINGBRAET_OIDC_SECRET: CLIENT.secret,
    ...env,
  });
  const today = () => day("2022-01-15");
  const runtime = await openRuntime({ data });
  const loaded = await operationsOver(runtime, today).load({ folder: HAND_MADE, municipality: "0370", synthetic });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  const app = await buildServer({ runtime, today, localToken: randomBytes(16).toString("hex"), login });
  const url = await app.listen({ port, host: "127.0.0.1" });
  return {
    url,
    runtime,
    provider,
    close: async () => {
      await app.close();
      await provider.close();
      await runtime.close();
      rmSync(data, { recursive: true, force: true });
    },
  };
}
