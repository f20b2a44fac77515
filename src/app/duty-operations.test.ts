import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inTenant, replaceBeliefs } from "../platform/db/public.ts";
import { day } from "../platform/kernel/day.ts";
import { type Operations, operationsOver } from "./operations.ts";
import { openRuntime } from "./runtime.ts";
import type { Runtime } from "./runtime-type.ts";
import { newDataFolder } from "./testing/data-folder.ts";
import { HAND_MADE } from "./testing/demo-desk.ts";
import { upkeepOver } from "./upkeep.ts";

const HERE = { municipality: "0316" };
const OPENS_ON = "2021-02-10";

describe("duties that are kept", () => {
  let data: string;
  const files = mkdtempSync(join(tmpdir(), "springbraet-duties-"));
  let runtime: Runtime;
  let operations: Operations;
  const load = (opensOn: string) => operations.load({ ...HERE, folder: files, opensOn });

  beforeAll(async () => {
    cpSync(HAND_MADE, files, { recursive: true });
    writeFileSync(
      join(files, "target_group_spells.csv"),
      "id,first_day,last_day,citizen,target_group\ng1,2021-02-01,,b01,jobparat\n",
    );
    data = await newDataFolder();
    runtime = await openRuntime({ data });
    operations = operationsOver(runtime, () => day("2021-12-31"));
    expect((await load(OPENS_ON)).ok).toBe(true);
  });
  afterAll(async () => {
    await runtime.close();
    for (const folder of [files, data]) rmSync(folder, { recursive: true, force: true });
  });

  it("are listed alike when they are read as kept and when they are computed for the day (ASK-17)", async () => {
    const kept = await operations.deadlines(HERE);
    expect(kept.asOf).toBe(OPENS_ON);
    expect(kept.deadlines.length).toBeGreaterThan(1);
    expect((await load("2021-02-11")).ok).toBe(true);
    expect(await operations.deadlines({ ...HERE, asOf: OPENS_ON })).toEqual(kept);
    expect((await load(OPENS_ON)).ok).toBe(true);
    expect(await operations.deadlines(HERE)).toEqual(kept);
  });

  it("follow a correction by the job that comes back by itself", async () => {
    const ruleOf = async (): Promise<string | undefined> =>
      (await operations.deadlines(HERE)).deadlines.find(({ citizen, rule }) => citizen === "b01" && rule === "LAB-4IN6")
        ?.started;
    expect(await ruleOf()).toBe("2021-02-01");
    await inTenant(runtime.db, HERE, (tx) =>
      replaceBeliefs(tx, "citizens.target_group_spells", {
        ids: ["g1"],
        today: "2021-12-31",
        values: { from_day: "2021-02-03" },
      }),
    );
    const upkeep = upkeepOver(runtime.db, operations).find(({ name }) => name === "duties.refresh");
    if (!upkeep) throw new Error("nobody keeps the duties up to date");
    const jobs = await runtime.jobs();
    await jobs.work(upkeep.name, upkeep.run);
    const id = await jobs.enqueue(upkeep.name, { ...HERE, by: "test" });
    let seen = await jobs.progress(HERE.municipality, id);
    for (let tries = 0; seen?.state !== "done" && tries < 200; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      seen = await jobs.progress(HERE.municipality, id);
    }
    expect(seen?.result).toMatchObject({ citizens: 1 });
    expect(await ruleOf()).toBe("2021-02-03");
  });
});
