import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { day } from "../../platform/kernel/day.ts";
import { makeDemo } from "../cli/demo.ts";
import type { Output } from "../cli/output.ts";
import { serve } from "../server/serve.ts";

const QUIET: Output = { format: "json", language: "da", line: () => undefined, complain: () => undefined };

/** A real server on a free port with a small synthetic Holbæk in a folder of its own, gone when closed. */
export async function startDemoServer(
  options: { readonly size?: number } = {},
): Promise<{ readonly url: string; readonly data: string; readonly close: () => Promise<void> }> {
  const data = mkdtempSync(join(tmpdir(), "springbraet-test-"));
  const place = { data };
  await makeDemo(place, { municipality: "0316", seed: "1", size: options.size ?? 0.1 }, QUIET);
  const served = await serve({ place, today: () => day("2022-01-15"), port: 0, host: "127.0.0.1" });
  return {
    url: served.url,
    data,
    close: async () => {
      await served.close();
      rmSync(data, { recursive: true, force: true });
    },
  };
}
