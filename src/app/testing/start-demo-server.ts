import { rmSync } from "node:fs";
import { day } from "../../platform/kernel/day.ts";
import { serve } from "../server/serve.ts";
import { newDemoFolder } from "./data-folder.ts";

/** What the server shows: a small synthetic Holbæk unless told how large, or a data folder that is there already. */
export type Demo = { readonly size?: number; readonly data?: string };

/** A real server on a free port with a demo in a folder of its own, gone when closed. */
export async function startDemoServer(
  demo: Demo = {},
): Promise<{ readonly url: string; readonly data: string; readonly close: () => Promise<void> }> {
  const data = demo.data ?? (await newDemoFolder(demo.size ?? 0.1));
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
