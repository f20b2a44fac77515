import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { missingEntries } from "./complete-lock.mjs";
import {
  brokenLinks,
  catalogueFaults,
  filesUnder,
  type HouseFile,
  isTest,
  leavesOf,
  machineTraces,
  migrationFaults,
  rulesWithoutTest,
  silenced,
  sqlOutsideItsPlaces,
  tooLong,
  unusedTexts,
} from "./house.ts";
import { root } from "./runtime.mjs";

const house = filesUnder(root);
const hashes = join(root, "db", "migrations", "hashes.json");
const sealed: Record<string, string> = existsSync(hashes) ? JSON.parse(readFileSync(hashes, "utf8")) : {};
const catalogues = house.map(({ path }) => path).filter((path) => /(^|\/)texts\.da\.ts$/.test(path));

/** One file as the rules see it. */
function file(path: string, text: string): HouseFile[] {
  return [{ path, text }];
}

describe("the house", () => {
  it("was read", () => {
    expect(house.length).toBeGreaterThan(20);
    expect(house.map(({ path }) => path)).toEqual(
      expect.arrayContaining(["package.json", "package-lock.json", ".ci/run"]),
    );
  });

  it("has no file longer than a person reads", () => expect(tooLong(house)).toEqual([]));
  it("silences no tool and puts nothing off", () => expect(silenced(house)).toEqual([]));
  it("carries no trace of a machine or a registry", () => expect(machineTraces(house)).toEqual([]));
  it("keeps SQL in its places", () => expect(sqlOutsideItsPlaces(house)).toEqual([]));
  it("has a test beside every rule", () => expect(rulesWithoutTest(house)).toEqual([]));
  it("leaves merged migrations untouched", () => expect(migrationFaults(house, sealed)).toEqual([]));
  it("locks the packages of every kind of machine (else: node scripts/complete-lock.mjs)", () =>
    expect(missingEntries(JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages)).toEqual({}));
  it("has links that lead somewhere", () =>
    expect(brokenLinks(house, (path) => existsSync(join(root, path)))).toEqual([]));
});

describe.each(catalogues)("%s", (path) => {
  const english = path.replace(/da\.ts$/, "en.ts");
  const load = async (name: string, language: "da" | "en") =>
    leavesOf((await import(pathToFileURL(join(root, name)).href))[language]);

  it("says the same things in English", async () => {
    expect(existsSync(join(root, english))).toBe(true);
    const danish = await load(path, "da");
    expect(danish.size).toBeGreaterThan(0);
    expect(catalogueFaults(danish, await load(english, "en"))).toEqual([]);
  });

  it("holds only texts that are used", async () => {
    const word = path.startsWith("src/platform/") ? "src/" : path.split("/").slice(0, 2).join("/");
    const isCode = (name: string): boolean =>
      /\.(tsx?|typ)$/.test(name) && !isTest(name) && !/texts\.(da|en)\.ts$/.test(name);
    const code = house.filter((other) => other.path.startsWith(word) && isCode(other.path));
    expect(unusedTexts((await load(path, "da")).keys(), code)).toEqual([]);
  });
});

describe("each house rule bites", () => {
  it("on long files", () => {
    expect(tooLong(file("src/plan/long.ts", "x\n".repeat(301)))).toHaveLength(1);
    expect(tooLong(file("src/plan/long.test.ts", "x\n".repeat(601)))).toHaveLength(1);
    expect(tooLong([...file("src/a.ts", "x\n".repeat(300)), ...file("src/a.test.ts", "x\n".repeat(600))])).toEqual([]);
  });

  it.each([
    `// ${"biome-"}ignore lint: later`,
    `// ${"@ts-"}ignore`,
    `// ${"@ts-"}expect-error`,
    `// ${"TO"}DO: later`,
  ])("on silencing with %s", (line) => expect(silenced(file("src/plan/goal.ts", line))).toHaveLength(1));

  it.each([
    ["", "work", "main"].join("/"),
    ["", "tmp", "x"].join("/"),
    ["", "home", "anna", "x"].join("/"),
    ["registry", "npmjs", "org"].join("."),
  ])("on the trace %s", (trace) => expect(machineTraces(file("docs/a.md", `see ${trace}/x`))).toHaveLength(1));

  it("on no trace where a path is only part of an address", () => {
    expect(machineTraces(file("docs/a.md", "https://example.dk/work/plan and src/work/x"))).toEqual([]);
  });

  it.each(["`select id from plan.goals`", '"insert into plan.goals values (1)"', "'drop table plan.goals'"])(
    "on SQL in a string: %s",
    (text) => {
      expect(sqlOutsideItsPlaces(file("src/plan/actions/adopt.ts", `db.run(${text});`))).toHaveLength(1);
      expect(sqlOutsideItsPlaces(file("src/plan/queries/goals.ts", `db.run(${text});`))).toEqual([]);
    },
  );

  it("on a rule without a test", () => {
    const rule = file("src/plan/rules/status.ts", "export function status(): string {");
    expect(rulesWithoutTest(rule)).toEqual(["src/plan/rules/status.ts"]);
    expect(rulesWithoutTest([...rule, ...file("src/plan/rules/status.test.ts", "")])).toEqual([]);
  });

  it("on links to nowhere", () => {
    const page = file(
      "docs/da/start.md",
      "[her](../words.md#plan), [væk](nope.md), [ude](https://example.dk), [oppe](#top)",
    );
    expect(brokenLinks(page, (path) => path === "docs/words.md")).toEqual(["docs/da/start.md: nope.md"]);
  });

  it("on migrations that changed, went away, are not sealed or are misnumbered", () => {
    const now = [...file("db/migrations/0001-create-plan.sql", "a"), ...file("db/migrations/0003-Add.sql", "b")];
    const faults = migrationFaults(now, { "0001-create-plan.sql": "digest of another text", "0000-gone.sql": "" });
    expect(faults.map((fault) => fault.split(" ").slice(0, 4).join(" "))).toEqual([
      "0000-gone.sql was merged and",
      "0001-create-plan.sql was merged and",
      "0003-Add.sql is not sealed:",
      "0003-Add.sql should be called",
    ]);
  });

  it("on a lock file that leaves out another kind of machine", () => {
    const tool = { optionalDependencies: { "@tool/darwin-arm64": "1.2.3", "@tool/linux-x64": "1.2.3" }, dev: true };
    const lock = { "node_modules/tool": tool, "node_modules/tool/node_modules/@tool/linux-x64": { version: "1.2.3" } };
    expect(missingEntries(lock)).toEqual({
      "node_modules/@tool/darwin-arm64": {
        version: "1.2.3",
        cpu: ["arm64"],
        os: ["darwin"],
        optional: true,
        dev: true,
      },
    });
  });

  it("on a catalogue whose languages differ", () => {
    const da = leavesOf({ goal: { title: "Mål {id}", none: "Ingen" }, only: "Kun", blank: " " });
    const en = leavesOf({ goal: { title: "Goal", none: "None" }, blank: "x" });
    expect(catalogueFaults(da, en)).toEqual([
      "goal.title has other places for values in en than in da",
      "only is missing in en",
      "blank is empty in one language",
    ]);
  });

  it("on a text nobody uses", () => {
    const code = file("src/plan/pages/goal.tsx", "textOf(t.status, goal.status); return t.goal.title;");
    expect(unusedTexts(["status.met", "goal.title", "goal.idle", "idle"], code)).toEqual(["goal.idle", "idle"]);
  });
});
