import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DemoDesk } from "./demo-desk.ts";
import { openProtectedDesk } from "./protected-desk.ts";

const MUNICIPALITY = "0316";

/** The protected desk, on 31 December 2021, with more files loaded: the text of each by its name. */
export async function openFilledDesk(files: Readonly<Record<string, string>>): Promise<DemoDesk> {
  const desk = await openProtectedDesk();
  const folder = mkdtempSync(join(tmpdir(), "springbraet-filled-"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), `${text}\n`);
  const loaded = await desk.operations.load({ folder, municipality: MUNICIPALITY, synthetic: true });
  rmSync(folder, { recursive: true, force: true });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  await desk.operations.refreshDuties(MUNICIPALITY);
  return desk;
}

/** Citizens with a case each of one caseworker of a unit, as lines of files: `id,born,sex,education,unit,staff`. */
export function peopleFiles(lines: readonly string[]): Readonly<Record<string, string>> {
  const all = lines.map((line) => line.split(","));
  return {
    "citizens.csv": `id,name,born,sex,origin,education,protected,cpr\n${all
      .map(([id, born, sex, education]) => `${id},Prøve ${id},${born},${sex},dansk,${education},nej,`)
      .join("\n")}`,
    "responsibilities.csv": `id,first_day,last_day,citizen,unit,staff\n${all
      .map(([id, , , , unit, staff]) => `a${id},2020-01-01,,${id},${unit},${staff}`)
      .join("\n")}`,
  };
}
