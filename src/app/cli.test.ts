import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { layEmptyRecords } from "./testing/data-folder.ts";
import { HAND_MADE } from "./testing/demo-desk.ts";
import { type Ended, runCli } from "./testing/run-cli.ts";

const PLAN = "holbaek-2020-21";
const PLAN_FILE = fileURLToPath(new URL("../plan/plans/holbaek-2020-21.yaml", import.meta.url));

let folder: string;
let data: string;
let loaded: Ended;

/** Nothing is served on this folder: each command opens it by itself. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "springbraet-cli-"));
  data = join(folder, "data");
  await layEmptyRecords(data);
  loaded = await runCli(["load", HAND_MADE, "--municipality", "Holbæk", "--data", data]);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const on = (...args: string[]): Promise<Ended> => runCli([...args, "--data", data]);

describe("the command line without a server", () => {
  it("loads a folder into an empty installation and says what came, in Danish", () => {
    expect(loaded).toMatchObject({ code: 0, err: "" });
    expect(loaded.out).toContain("citizens: 12 nye, 0 rettede, 0 uændrede");
  });

  it("prints a plan's status as JSON: four citizens begun in offers", async () => {
    const { code, out } = await on("plan", "status", PLAN, "--as-of", "2021-03-31", "--format", "json");
    const status = JSON.parse(out) as { goals: { id: string; indicators: { value: number | null }[] }[] };
    expect({ code, asOf: (JSON.parse(out) as { asOf: string }).asOf }).toEqual({ code: 0, asOf: "2021-03-31" });
    expect(status.goals).toHaveLength(45);
    expect(status.goals.find(({ id }) => id === "G-HO20-01")?.indicators[0]?.value).toBe(4);
  });

  it("prints it as a table in English", async () => {
    const { code, out } = await on("plan", "status", PLAN, "--as-of", "2021-03-31", "--language", "en");
    expect(code).toBe(0);
    expect(out).toMatch(/of 45 goals are met or on track/);
    expect(out).toMatch(/^G-HO20-01 +(off track|at risk|on track) +4 persons/m);
  });

  it("takes an indicator from standard input", async () => {
    const input = "measure: full_time_persons\nwhere: spell.benefit == 'kontanthjaelp'\nwindow: quarter\n";
    const { code, out } = await runCli(["figure", "-", "--as-of", "2021-03-31", "--data", data], { input });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      value: 262 / 90,
      numerator: 262_000,
      denominator: 90_000,
      unit: "full_time_persons",
    });
  });

  it("pins, verifies and rebuilds the warehouse, and the figures stay", async () => {
    expect(await on("warehouse", "snapshot", "foraar", "--as-of", "2021-03-31", "--format", "json")).toMatchObject({
      code: 0,
    });
    expect(await on("warehouse", "rebuild", "--format", "json")).toMatchObject({ code: 0, out: '{"ok":true}\n' });
    const verified = await on("warehouse", "verify", "--format", "json");
    expect(verified.code).toBe(0);
    expect(JSON.parse(verified.out)).toEqual({ ok: true, deviations: [], changedSnapshots: [] });
    const { out } = await on("plan", "status", PLAN, "--snapshot", "foraar", "--format", "json");
    expect(JSON.parse(out)).toMatchObject({ asOf: "2021-03-31", snapshot: "foraar" });
  });

  it("writes the report as a file", async () => {
    const file = join(folder, "opfoelgning.xlsx");
    const ended = await on("report", PLAN, "--as", "xlsx", "--as-of", "2021-03-31", "--out", file);
    expect(ended).toMatchObject({ code: 0, err: "" });
    expect(readFileSync(file).subarray(0, 2).toString()).toBe("PK");
  });
});

describe("bad input ends with 1, a clear sentence and nothing changed (ASK-34)", () => {
  it("a plan with a mistake: its line and column, what was expected and the nearest right name", async () => {
    const bad = join(folder, "plan.yaml");
    writeFileSync(bad, readFileSync(PLAN_FILE, "utf8").replace("track: erhvervsliv", "track: erhvervliv"));
    const line =
      readFileSync(PLAN_FILE, "utf8")
        .split("\n")
        .findIndex((text) => text.includes("track: erhvervsliv")) + 1;
    const danish = await runCli(["plan", "check", bad]);
    expect(danish).toMatchObject({ code: 1, out: "" });
    expect(danish.err).toContain(`${line}:12 »erhvervliv« kendes ikke; mente du »erhvervsliv«?`);
    const json = await runCli(["plan", "check", bad, "--format", "json"]);
    expect(json.code).toBe(1);
    expect(JSON.parse(json.out)).toMatchObject({
      ok: false,
      problems: [{ line, column: 12, suggestion: "erhvervsliv" }],
    });
    expect(await on("plan", "status", bad)).toMatchObject({ code: 1, out: "" });
  });

  it("a plan that does not exist", async () => {
    const { code, err } = await on("plan", "status", "holbaek-2020-22");
    expect({ code, err }).toEqual({
      code: 1,
      err: "Planen »holbaek-2020-22« findes ikke; mente du »holbaek-2020-21«?\n",
    });
  });

  it("a day, a snapshot and a municipality that do not exist", async () => {
    const day = await on("plan", "status", PLAN, "--as-of", "2021-02-30");
    expect(day).toEqual({ code: 1, out: "", err: "»2021-02-30« er ikke en dato; skriv den som 2021-12-31\n" });
    const snapshot = await on("plan", "status", PLAN, "--snapshot", "ukendt", "--language", "en");
    expect(snapshot).toEqual({ code: 1, out: "", err: 'There is no snapshot "ukendt"; see the list of snapshots\n' });
    const municipality = await on("load", HAND_MADE, "--municipality", "Holbek");
    expect(municipality).toEqual({ code: 1, out: "", err: "Kommunen »Holbek« kendes ikke; mente du Holbæk?\n" });
  });

  it("which municipality, in a folder of several; an empty one takes the plan's own", async () => {
    const load = ["load", HAND_MADE, "--data", join(folder, "several")];
    expect(await runCli(load)).toMatchObject({ code: 0, err: "" });
    expect(await runCli([...load, "--municipality", "Gladsaxe"])).toMatchObject({ code: 0, err: "" });
    expect(await runCli(load)).toEqual({ code: 1, out: "", err: "Sig hvilken kommune: --municipality 0316\n" });
  });

  it("a folder with a mistake: file, line and column, and nothing of it is loaded", async () => {
    const bad = join(folder, "bad");
    cpSync(HAND_MADE, bad, { recursive: true });
    const offers = join(bad, "offers.csv");
    writeFileSync(offers, `${readFileSync(offers, "utf8")}t07,2021-03-01,,b01,virksomhedspraktk,v1,\n`);
    const citizens = join(bad, "citizens.csv");
    writeFileSync(
      citizens,
      `${readFileSync(citizens, "utf8")}b13,Syntetisk borger 13,1990-01-01,mand,dansk,ufaglaert,nej\n`,
    );
    const ended = await on("load", bad);
    expect(ended).toMatchObject({ code: 1, out: "" });
    expect(ended.err).toMatch(/offers\.csv:8 kind: .*virksomhedspraktik/);
    const input = "measure: persons\nof: offers\nwindow: {since: 2020-01-01}\n";
    const { out } = await runCli(["figure", "-", "--as-of", "2021-12-31", "--data", data], { input });
    expect(JSON.parse(out)).toMatchObject({ value: 5 });
  });
});

describe("help and usage", () => {
  it("help tells every command and ends with 0", async () => {
    const { code, out } = await runCli(["--help"]);
    expect(code).toBe(0);
    for (const command of ["demo", "serve", "load", "plan", "figure", "report", "warehouse"])
      expect(out).toMatch(new RegExp(`^  ${command}\\b`, "m"));
    expect(await runCli(["plan", "status", "--help"])).toMatchObject({ code: 0 });
  });

  const MISUSES = [
    { how: "an unknown command", args: ["plna"] },
    { how: "an unknown option", args: ["plan", "status", PLAN, "--asof", "2021-12-31"] },
    { how: "a form that does not exist", args: ["report", PLAN, "--as", "odt"] },
  ];
  for (const { how, args } of MISUSES) {
    it(`${how} ends with 2 and says how it is used`, async () => {
      const ended = await runCli(args);
      expect(ended).toMatchObject({ code: 2, out: "" });
      expect(ended.err).toMatch(/error: .*[\s\S]*Usage: springbraet/);
    });
  }
});
