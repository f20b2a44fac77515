import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { isNamedError } from "../../platform/db/public.ts";
import { readConfig, resolved, summaryOf, unknownNames } from "./config.ts";
import type { Environment } from "./environment.ts";
import { NAMES, VARIABLES } from "./variables.ts";

const folder = mkdtempSync(join(tmpdir(), "springbraet-config-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SERVER = "postgres://springbraet:hemmelig@db.example:5432/springbraet";

function refusal(env: Environment): { readonly code: string; readonly da: string; readonly en: string } {
  try {
    readConfig(env);
  } catch (error) {
    if (isNamedError(error)) return { code: error.code, ...error.texts };
    throw error;
  }
  return { code: "started", da: "", en: "" };
}

describe("the configuration by environment", () => {
  it("is the demo on this machine when nothing is said, and an empty variable says nothing", () => {
    const config = readConfig({ SPRINGBRAET_POOL: "", DATABASE_URL: "" });
    expect(config).toMatchObject({
      SPRINGBRAET_MODE: "demo",
      SPRINGBRAET_HOST: "127.0.0.1",
      PORT: 3160,
      DATABASE_URL: null,
      SPRINGBRAET_POOL: 10,
    });
  });

  it("takes what is said", () => {
    const config = readConfig({
      DATABASE_URL: SERVER,
      SPRINGBRAET_POOL: "25",
      SPRINGBRAET_TRUST_PROXY: "10.0.0.5, 192.168.1.0/24",
    });
    expect(config.SPRINGBRAET_POOL).toBe(25);
    expect(config.SPRINGBRAET_TRUST_PROXY).toEqual(["10.0.0.5", "192.168.1.0/24"]);
  });

  it("says every mistake at once, in both languages, with what is wanted and without the value", () => {
    const { code, da, en } = refusal({
      SPRINGBRAET_MODE: "prod-hemmelig",
      PORT: "70000",
      SPRINGBRAET_POOL: "hemmelig",
      DATABASE_URL: "mysql://hemmelig@x/y",
      SPRINGBRAET_TRUST_PROXY: "everybody",
    });
    expect(code).toBe("bad_config");
    for (const text of [da, en]) {
      for (const name of ["SPRINGBRAET_MODE", "PORT", "SPRINGBRAET_POOL", "DATABASE_URL", "SPRINGBRAET_TRUST_PROXY"])
        expect(text).toContain(`  ${name}: `);
      expect(text).not.toContain("hemmelig");
      expect(text.split("\n")).toHaveLength(6);
    }
    expect(da).toContain("PORT: skal være et helt tal fra 0 til 65535");
    expect(en).toContain("PORT: must be a whole number from 0 to 65535");
  });

  it("in production says what log-in lacks, all of it", () => {
    const { en, da } = refusal({ SPRINGBRAET_MODE: "production", SPRINGBRAET_OIDC_CLIENT: "springbraet" });
    for (const text of [en, da]) {
      for (const name of [
        "SPRINGBRAET_OIDC_ISSUER",
        "SPRINGBRAET_OIDC_SECRET",
        "SPRINGBRAET_URL",
        "SPRINGBRAET_ACCESS",
      ])
        expect(text).toContain(name);
    }
  });

  it("has no day of its own in production", () => {
    const { en } = refusal({ SPRINGBRAET_MODE: "production", SPRINGBRAET_TODAY: "2021-07-01" });
    expect(en).toMatch(/SPRINGBRAET_TODAY: is for trials only/);
  });

  it("reads secrets from files, and says what is wrong with a file", () => {
    const good = join(folder, "database");
    const empty = join(folder, "empty");
    writeFileSync(good, `${SERVER}\n`);
    writeFileSync(empty, "\n");
    expect(readConfig({ DATABASE_URL_FILE: good }).DATABASE_URL).toBe(SERVER);
    expect(resolved({ DATABASE_URL_FILE: good, HOME: "x" })).toMatchObject({ DATABASE_URL: SERVER, HOME: "x" });
    expect(readConfig(resolved({ DATABASE_URL_FILE: good })).DATABASE_URL).toBe(SERVER);
    expect(refusal({ DATABASE_URL_FILE: join(folder, "nowhere") }).en).toMatch(/DATABASE_URL: .*cannot be read/);
    expect(refusal({ DATABASE_URL_FILE: empty }).en).toMatch(/DATABASE_URL: .*empty/);
    expect(refusal({ DATABASE_URL_FILE: good, DATABASE_URL: SERVER }).en).toMatch(/DATABASE_URL: is set twice/);
  });

  it("is summed up without a secret", () => {
    const summary = summaryOf(readConfig({ DATABASE_URL: SERVER, SPRINGBRAET_KEYS: "hemmelig" }));
    expect(summary).toMatchObject({ DATABASE_URL: "set", SPRINGBRAET_KEYS: "set", SPRINGBRAET_OIDC_SECRET: "not set" });
    expect(JSON.stringify(summary)).not.toContain("hemmelig");
    expect(Object.keys(summary)).toEqual(NAMES);
  });

  it("notices a variable that is misspelled", () => {
    expect(unknownNames({ SPRINGBRAET_POOOL: "1", SPRINGBRAET_KEYS_FILE: "x", HOME: "x" })).toEqual([
      "SPRINGBRAET_POOOL",
    ]);
  });
});

describe("docs/operations.md", () => {
  const rows = readFileSync(new URL("../../../docs/operations.md", import.meta.url), "utf8")
    .split("\n")
    .filter((line) => /^\| `[A-Z_]+` \|/.test(line))
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );

  it("has one row for every variable and for nothing else, in order", () => {
    expect(rows.map(([name]) => name)).toEqual(NAMES.map((name) => `\`${name}\``));
  });

  it.each(NAMES)("says of %s what it may be, what holds otherwise, and whether it is a secret", (name) => {
    const { kind, otherwise, ...more } = VARIABLES[name];
    const row = rows.find(([first]) => first === `\`${name}\``) ?? [];
    expect(row[1]).toBe(kind.expected.en.replace(/^must be /, ""));
    expect(row[2]).toBe(otherwise === null ? "" : `\`${otherwise}\``);
    expect(row[3]?.startsWith("**Secret.**") ?? false).toBe("secret" in more);
    expect((row[3] ?? "").length).toBeGreaterThan(10);
  });
});
