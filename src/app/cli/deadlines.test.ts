import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Deadlines } from "../../duties/public.ts";
import { layEmptyRecords } from "../testing/data-folder.ts";
import { HAND_MADE } from "../testing/demo-desk.ts";
import { type Ended, runCli } from "../testing/run-cli.ts";

let folder: string;
let data: string;

const on = (...args: string[]): Promise<Ended> => runCli([...args, "--data", data]);

async function deadlines(asOf: string): Promise<Deadlines> {
  const { code, out, err } = await on("deadlines", "--as-of", asOf, "--format", "json");
  expect({ code, err }).toEqual({ code: 0, err: "" });
  return JSON.parse(out) as Deadlines;
}

/** The hand-made example, and one of its citizens job-ready from 1 February 2021. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "springbraet-deadlines-"));
  data = join(folder, "data");
  const files = join(folder, "files");
  cpSync(HAND_MADE, files, { recursive: true });
  writeFileSync(
    join(files, "target_group_spells.csv"),
    "id,first_day,last_day,citizen,target_group\ng1,2021-02-01,,b01,jobparat\n",
  );
  await layEmptyRecords(data);
  expect(await on("load", files, "--municipality", "Holbæk")).toMatchObject({ code: 0, err: "" });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("springbraet deadlines (CON-18, ASK-17)", () => {
  it("lists every open duty on a day from the records, with rule, legal source and list", async () => {
    const found = await deadlines("2021-02-10");
    expect(found.deadlines).toContainEqual({
      citizen: "b01",
      rule: "LAB-4IN6",
      paragraph: "LAB § 31 stk. 3",
      says: expect.objectContaining({ en: expect.stringContaining("At least 4") }),
      status: "open",
      due: "2021-07-31",
      started: "2021-02-01",
      counted: 1,
      needed: 4,
      lateSince: null,
      list: "no_owner",
      unverified: ["first_day"],
    });
    expect(found.deadlines.map(({ citizen, rule }) => `${citizen} ${rule}`)).not.toContain("b01 LAB-1WK");
    expect(found.citizens).toBe(new Set(found.deadlines.map(({ citizen }) => citizen)).size);
  });

  it("answers for the day that is asked for, as a table in Danish too", async () => {
    expect((await deadlines("2021-01-31")).deadlines.filter(({ citizen }) => citizen === "b01")).toEqual([]);
    const { code, out } = await on("deadlines", "--as-of", "2021-02-10");
    expect(code).toBe(0);
    expect(out).toMatch(/^31\.07\.2021 +åben +b01 +LAB-4IN6 +LAB § 31 stk\. 3 +1\/4 +no_owner$/m);
    expect(out).toMatch(/\d+ åbne pligter for \d+ borgere den 10\.02\.2021\./);
  });

  it("is one entry in the access log, like any other look", async () => {
    const entries = async (): Promise<number> => {
      const { out } = await on("log", "verify", "--format", "json");
      return (JSON.parse(out) as { entries: number }).entries;
    };
    const before = await entries();
    await deadlines("2021-02-10");
    expect(await entries()).toBe(before + 1);
  }, 180_000);

  it("refuses a day that is none", async () => {
    expect(await on("deadlines", "--as-of", "2021-02-31")).toMatchObject({ code: 1, out: "" });
  });
});
