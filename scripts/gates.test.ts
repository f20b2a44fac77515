import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fixture, runTool } from "./fixture.ts";
import { root } from "./runtime.mjs";

/** A gate is only a gate when something planted is caught and the sound thing beside it is let through. */
const packages = join(root, "node_modules");

describe("tsc", () => {
  const check = (folder: string) =>
    runTool([join(packages, "typescript/bin/tsc"), "--noEmit", "--pretty", "false", "-p", folder]);
  const tsconfig = JSON.stringify({ extends: "../../tsconfig.base.json", include: ["*.ts"] });

  it.each([
    ["a parameter without a type", "TS7006", "export function half(x): number {\n  return x / 2;\n}\n"],
    ["an element that may not be there", "TS2322", "export const first: string = ([] as string[])[0];\n"],
    ["undefined where nothing may stand", "TS2375", "export const a: { b?: number } = { b: undefined };\n"],
    ["an enum, which is not erasable", "TS1294", "export enum Status {\n  Met,\n}\n"],
    ["a variable nobody reads", "TS6133", "const idle = 1;\nexport {};\n"],
  ])("catches %s", async (_what, code, text) => {
    const outcome = await check(fixture({ "tsconfig.json": tsconfig, "planted.ts": text }));
    expect(outcome.said).toContain(code);
    expect(outcome.code).not.toBe(0);
  });

  it("lets sound code through", async () => {
    const sound = "export const first = ([] as string[])[0] ?? '';\n";
    expect(await check(fixture({ "tsconfig.json": tsconfig, "sound.ts": sound }))).toEqual({ code: 0, said: "" });
  });
});

describe("Biome", () => {
  const settings = {
    "biome.json": JSON.stringify({ root: true, extends: ["../../biome.json"], vcs: { enabled: false } }),
    "package.json": JSON.stringify({ name: "fixture", dependencies: { react: "*" } }),
    "src/plan/other.ts": "export const other = 1;\n",
  };
  const biome = [join(packages, "@biomejs/biome/bin/biome"), "check", "--error-on-warnings", "--max-diagnostics=200"];
  const check = (cwd: string) => runTool([...biome, "--colors=off", "src"], { cwd });
  const deep = Array.from({ length: 6 }, (_, at) => `${"  ".repeat(at + 1)}for (const i${at} of [a]) if (i${at} > a)`);

  it.each([
    ["suspicious/noExplicitAny", "export const x: any = 1;\n"],
    ["suspicious/noConsole", 'console.log("here");\n'],
    ["suspicious/noSkippedTests", 'it.skip("later", () => 1);\n'],
    ["suspicious/noFocusedTests", 'it.only("now", () => 1);\n'],
    ["style/noNonNullAssertion", "export const f = (x: string | null): string => x!;\n"],
    ["style/noDefaultExport", "export default 1;\n"],
    ["style/noJsxLiterals", "export const Hello = () => <p>Velkommen</p>;\n"],
    ["style/useImportType", 'import { FC } from "react";\n\nexport type Page = FC;\n'],
    ["a11y/useAltText", 'export const Logo = () => <img src="logo.svg" />;\n'],
    ["a11y/useButtonType", "export const Send = () => <button>{1}</button>;\n"],
    ["correctness/useImportExtensions", 'import { other } from "./other";\n\nexport const again = other;\n'],
    ["correctness/noUndeclaredDependencies", 'import pad from "left-pad";\n\nexport const padded = pad;\n'],
    ["complexity/useMaxParams", "export const f = (a: 1, b: 1, c: 1, d: 1): number => a + b + c + d;\n"],
    [
      "complexity/noExcessiveCognitiveComplexity",
      `export function f(a: number): void {\n${deep.join("\n")} f(a);\n}\n`,
    ],
    ["complexity/noExcessiveLinesPerFunction", `export function f(): void {\n${"  f();\n".repeat(61)}}\n`],
    ["Formatter would have printed", "export   const x=1\n"],
    [
      "organizeImports",
      'import { useState } from "react";\nimport { a } from "node:fs";\n\nexport const b = [a, useState];\n',
    ],
  ])("catches %s", async (rule, text) => {
    const name = rule.endsWith("Tests") ? "planted.test.tsx" : "planted.tsx";
    const outcome = await check(fixture({ ...settings, [`src/plan/${name}`]: text }));
    expect(outcome.said).toContain(rule);
    expect(outcome.code).not.toBe(0);
  });

  it("lets sound code through", async () => {
    const sound = 'import { other } from "./other.ts";\n\nexport const again = (): number => other + 1;\n';
    const outcome = await check(fixture({ ...settings, "src/plan/sound.ts": sound }));
    expect(outcome.said).toContain("No fixes applied");
    expect(outcome.code).toBe(0);
  });
});

describe("knip", () => {
  const knip = join(packages, "knip/bin/knip.js");
  const small = {
    "package.json": JSON.stringify({ name: "fixture", type: "module", dependencies: { zod: "*" } }),
    "knip.json": readFileSync(join(root, "knip.json"), "utf8"),
    "src/app/cli.ts": 'import { z } from "zod";\nimport { used } from "./used.ts";\n\nexport const both = [z, used];\n',
    "src/app/used.ts": "export const used = 1;\n",
  };
  const check = (cwd: string, ...more: readonly string[]) => runTool([knip, "--no-progress", ...more], { cwd });

  it.each([
    ["a file nobody uses", "Unused files", { "src/app/unused.ts": "export const unused = 1;\n" }],
    [
      "an export nobody uses",
      "Unused exports",
      { "src/app/used.ts": "export const used = 1;\nexport const idle = 2;\n" },
    ],
    ["a dependency nobody uses", "Unused dependencies", { "src/app/cli.ts": 'export { used } from "./used.ts";\n' }],
    [
      "a package nobody declared",
      "Unlisted dependencies",
      { "src/app/used.ts": 'import "yaml";\nexport const used = 1;\n' },
    ],
  ])("catches %s", async (_what, heading, planted) => {
    const outcome = await check(fixture({ ...small, ...planted }));
    expect(outcome.said).toContain(heading);
    expect(outcome.code).not.toBe(0);
  });

  it("catches in production what only a test uses", async () => {
    const planted = {
      "src/app/idle.ts": "export const idle = 2;\n",
      "src/app/idle.test.ts": 'import { idle } from "./idle.ts";\n\nidle;\n',
    };
    const folder = fixture({ ...small, ...planted });
    expect((await check(folder)).code).toBe(0);
    expect((await check(folder, "--production")).said).toContain("Unused files");
  });
});

describe("the test run", () => {
  const settings = {
    "vitest.config.ts": [
      'import { noSkips } from "../../scripts/no-skips.ts";',
      'const setupFiles = ["../../src/platform/testing/warnings-are-errors.ts"];',
      'export default { test: { reporters: [noSkips(), "default"], setupFiles } };',
    ].join("\n"),
  };
  const test = (text: string) =>
    `import { expect, it } from "vitest";\nit("runs", () => expect(1).toBe(1));\n${text}\n`;
  const run = (text: string, env: Record<string, string>) => {
    const cwd = fixture({ ...settings, "some.test.ts": test(text) });
    return runTool([join(packages, "vitest/vitest.mjs"), "run", "--root", cwd], { cwd, env });
  };

  it("fails on a skipped test when CI is set, and names it", async () => {
    const outcome = await run('it.skipIf(true)("counts the persons", () => {});', { CI: "true" });
    expect(outcome.said).toContain("nothing may be skipped");
    expect(outcome.said).toContain("some.test.ts: counts the persons");
    expect(outcome.code).toBe(1);
  });

  it("fails on a test that is only planned when CI is set", async () => {
    expect((await run('it.todo("counts the weeks");', { CI: "true" })).code).toBe(1);
  });

  it("says loudly what was not tested elsewhere, and passes", async () => {
    const outcome = await run('it.skipIf(true)("counts the persons", () => {});', { CI: "" });
    expect(outcome.said).toContain("NOT TESTED");
    expect(outcome.code).toBe(0);
  });

  it("passes with CI set when every test runs", async () => {
    expect((await run("", { CI: "true" })).code).toBe(0);
  });

  it("fails a test during which something warned", async () => {
    const outcome = await run('it("warns", () => { console.warn("old"); });', { CI: "" });
    expect(outcome.said).toContain("something warned");
    expect(outcome.code).toBe(1);
  });
});
