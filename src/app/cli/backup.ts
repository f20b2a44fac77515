import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { restoreBackup } from "../backup/restore.ts";
import { resolved } from "../config/config.ts";
import { readSettings } from "../settings.ts";
import { type Output, sayOfBackup } from "./output.ts";
import { type Place, reach } from "./reach.ts";

const MB = 1_000_000;

/** `backup`: everything in one file, while people work. */
export async function backup(
  place: Place,
  file: string,
  { output, options }: { readonly output: Output; readonly options: { readonly withKeys?: boolean } },
): Promise<0> {
  const made = await reach(place, "backup", { file: resolve(file), ...options });
  if (output.format === "json") output.line(JSON.stringify(made, null, 2));
  else
    output.line(
      sayOfBackup(output, "made", { ...made, missing: "", withKeys: "", size: (made.bytes / MB).toFixed(1) }),
    );
  for (const name of made.missing) output.complain(sayOfBackup(output, "missing", { name }));
  output.complain(sayOfBackup(output, made.withKeys ? "keysInside" : "keysApart"));
  return 0;
}

/** `restore`: a backup into an empty folder, or an empty database. */
export async function restore(place: Place, file: string, output: Output): Promise<0> {
  const restored = await restoreBackup(place, resolve(file));
  if (output.format === "json") output.line(JSON.stringify(restored, null, 2));
  else output.line(sayOfBackup(output, "restored", { ...restored, withKeys: "" }));
  if (!restored.withKeys && !existsSync(join(place.data, "keys.json")) && !resolved(process.env).SPRINGBRAET_KEYS) {
    output.complain(sayOfBackup(output, "keysNeeded"));
    return 0;
  }
  for (const { code } of readSettings(place.data).municipalities)
    await reach(place, "reapplyDeletions", { municipality: code });
  return 0;
}
