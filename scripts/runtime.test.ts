import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fixture, runTool } from "./fixture.ts";
import { pinnedNode, root } from "./runtime.mjs";

const runtime = JSON.stringify(join(root, "scripts/runtime.mjs"));

/** A script that starts the pinned Node with a line of code, and ends as it ended. */
function starting(code: string): string {
  return `import { runNode } from ${runtime};\nprocess.exitCode = await runNode(["-e", ${JSON.stringify(code)}]);\n`;
}

describe("the way to the pinned Node", () => {
  it("is the Node of the lock file", async () => {
    expect(pinnedNode()).toContain(join(root, "node_modules"));
    expect((await runTool(["-p", "process.versions.node"])).said).toMatch(/^26\./);
  });

  it("passes the exit code and the output through, and adds nothing", async () => {
    const folder = fixture({ "start.mjs": starting('process.stdout.write("{}"); process.exit(7);') });
    expect(await runTool([join(folder, "start.mjs")])).toEqual({ code: 7, said: "{}" });
  });

  it("passes a stop signal on and ends as the program chose to end", async () => {
    const stopping = "process.on('SIGTERM', () => process.exit(3)); process.kill(process.ppid, 'SIGTERM');";
    const folder = fixture({ "start.mjs": starting(`${stopping} setTimeout(() => {}, 20000);`) });
    expect((await runTool([join(folder, "start.mjs")])).code).toBe(3);
  });
});

it("has a file for every script of package.json", () => {
  const {
    scripts,
    bin,
  }: Record<string, Record<string, string>> = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const files = Object.values({ ...scripts, ...bin }).map((command) => command.replace(/^node /, ""));
  expect(files.length).toBeGreaterThan(4);
  expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
});
