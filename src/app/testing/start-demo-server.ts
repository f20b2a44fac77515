import { rmSync } from "node:fs";
import { day } from "../../platform/kernel/day.ts";
import { serve } from "../server/serve.ts";
import { newDemoFolder } from "./data-folder.ts";

/** A real server on a free port with a small synthetic Holbæk in a folder of its own, gone when closed. */
export async function startDemoServer(
  options: { readonly size?: number } = {},
): Promise<{ readonly url: string; readonly data: string; readonly close: () => Promise<void> }> {
  const data = await newDemoFolder(options.size ?? 0.1);
  const served = await serve({ place: { data }, today: () => day("2022-01-15"), port: 0, host: "127.0.0.1" });
  return {
    url: served.url,
    data,
    close: async () => {
      await served.close();
      rmSync(data, { recursive: true, force: true });
    },
  };
}
