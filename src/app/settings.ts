import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const settings = z.strictObject({
  municipalities: z.array(
    z.strictObject({
      code: z.string().regex(/^\d{4}$/),
      /** True when every person in it is made up. */
      synthetic: z.boolean(),
      /** The day pages open on when nobody asks for another: set for the demo, whose records end in the past. */
      opensOn: z.iso.date().nullable(),
    }),
  ),
});

/** What a data folder is for: which municipalities it holds and whether their people are made up. */
export type Settings = z.infer<typeof settings>;

const FILE = "springbraet.json";

/** The settings of a data folder; empty for a new one. Throws when the file is not what it should be. */
export function readSettings(folder: string): Settings {
  const path = join(folder, FILE);
  if (!existsSync(path)) return { municipalities: [] };
  return settings.parse(JSON.parse(readFileSync(path, "utf8")));
}

/** Notes that a data folder holds a municipality. An earlier note of the same municipality is replaced. */
export function noteMunicipality(folder: string, municipality: Settings["municipalities"][number]): void {
  const others = readSettings(folder).municipalities.filter(({ code }) => code !== municipality.code);
  mkdirSync(folder, { recursive: true });
  const path = join(folder, FILE);
  writeFileSync(`${path}.new`, `${JSON.stringify({ municipalities: [...others, municipality] }, null, 2)}\n`);
  renameSync(`${path}.new`, path);
}
