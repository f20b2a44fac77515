import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Deadlines } from "../../duties/public.ts";
import type { TimelinessAnswer } from "../duty-operations.ts";
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

describe("springbraet timeliness (CON-18)", () => {
  it("says of what fell due how much was met in time, per rule and unit, and per week as JSON", async () => {
    const asked = ["timeliness", "--from", "2021-02-01", "--to", "2021-12-31"];
    const { code, out } = await on(...asked, "--format", "json");
    expect(code).toBe(0);
    const found = JSON.parse(out) as TimelinessAnswer;
    expect(found.weeks).toContainEqual({ rule: "LAB-1WK", unit: null, week: "2021-02-08", fellDue: 1, onTime: 1 });
    const sum = (of: "fellDue" | "onTime"): number => found.weeks.reduce((all, week) => all + week[of], 0);
    expect({ fellDue: sum("fellDue"), onTime: sum("onTime") }).toEqual({
      fellDue: found.fellDue,
      onTime: found.onTime,
    });
    expect(found.percent).toBe((found.onTime * 100) / found.fellDue);
    const told = await on(...asked);
    expect(told.out).toMatch(/^LAB-1WK +- +1 +1 +100,0\s%$/m);
    expect(told.out).toContain(`${found.onTime} af ${found.fellDue} pligter med frist fra 01.02.2021 til 31.12.2021`);
  });
});

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
