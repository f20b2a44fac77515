import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DemoDesk } from "./demo-desk.ts";
import { openProtectedDesk } from "./protected-desk.ts";

const MUNICIPALITY = "0316";

/** Files of five sick-listed citizens of one caseworker and one of another, on 31 December 2021. */
const FILES: Readonly<Record<string, string>> = {
  "citizens.csv": `id,name,born,sex,origin,education,protected,cpr
${["s1", "s2", "s3", "s4", "s5", "s6"].map((id, at) => `${id},Syg Prøve ${id},${1970 + at * 4}-05-01,kvinde,dansk,faglaert,nej,`).join("\n")}`,
  "responsibilities.csv": `id,first_day,last_day,citizen,unit,staff
${["s1", "s2", "s3", "s4", "s5"].map((id) => `a${id},2021-01-01,,${id},u1,m1`).join("\n")}
as6,2021-01-01,,s6,u2,m2`,
  "companies.csv": "id,first_day,last_day,name,cvr,municipality_code\nv2,2015-01-01,,Arbejdspladsen,,0316",
  // s1 new and from a job; s2 long, without one; s3 near the 22 weeks; s4 over; s5 over half a year; s6 another's.
  "benefit_spells.csv": `id,first_day,last_day,citizen,benefit,employer
ys1,2021-12-01,,s1,sygedagpenge,v2
ys2,2020-10-01,,s2,sygedagpenge,
ys3,2021-08-16,,s3,sygedagpenge,v2
ys4,2021-06-01,2021-12-15,s4,sygedagpenge,v2
ys5,2021-06-01,,s5,sygedagpenge,v2
ys6,2021-11-01,,s6,sygedagpenge,v2`,
  "conversations.csv": `id,day,citizen,kind,form,status
ts3,2021-09-20,s3,opfoelgning_sygedagpenge,telefon,holdt
ts5,2021-07-10,s5,opfoelgning_sygedagpenge,fremmoede,holdt`,
};

/** The protected desk with some sick-listed citizens more. */
export async function openSickDesk(): Promise<DemoDesk> {
  const desk = await openProtectedDesk();
  const folder = mkdtempSync(join(tmpdir(), "springbraet-syge-"));
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), `${text}\n`);
  const loaded = await desk.operations.load({ folder, municipality: MUNICIPALITY, synthetic: true });
  rmSync(folder, { recursive: true, force: true });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  await desk.operations.refreshDuties(MUNICIPALITY);
  return desk;
}
