import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type DemoOptions, writeDemo } from "../../demo/public.ts";
import { municipalityCalled } from "../../organisation/public.ts";
import { readSettings } from "../settings.ts";
import { type Output, say } from "./output.ts";
import { type Place, reach } from "./reach.ts";

/** The day the demo opens on: half a year before the plan ends, so that some goals are decided and others are not. */
const OPENS_ON = "2021-06-30";

/** `demo`: makes the synthetic municipality and loads it, unless the folder has records already. */
export async function makeDemo(
  place: Place,
  options: Pick<DemoOptions, "municipality" | "size" | "seed">,
  output: Output,
): Promise<void> {
  const { code, name } = municipalityCalled(options.municipality);
  if (readSettings(place.data).municipalities.length > 0) {
    output.complain(say(output, "demoKept"));
    return;
  }
  output.complain(say(output, "demoMaking", { municipality: name }));
  const folder = mkdtempSync(join(tmpdir(), "springbraet-demo-"));
  try {
    const written = writeDemo(folder, { ...options, municipality: code });
    const rows = Object.values(written).reduce((sum, count) => sum + count, 0);
    output.complain(
      say(output, "demoLoading", { rows: rows.toLocaleString(output.language === "da" ? "da-DK" : "en-GB") }),
    );
    const loaded = await reach(place, "load", { folder, municipality: code, synthetic: true, opensOn: OPENS_ON });
    if (!loaded.ok) throw new Error(loaded.problems.map((problem) => problem.message.en).join("; "));
    await reach(place, "fillDemo", { municipality: code });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  output.complain(say(output, "demoReady"));
}
