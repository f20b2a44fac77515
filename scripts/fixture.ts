import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { root } from "./runtime.mjs";

/** What a program said (both streams) and its exit code. */
export type Outcome = { readonly code: number; readonly said: string };

/** A throw-away folder inside the repository, so that packages resolve, with the given files. Gone when the test is. */
export function fixture(files: Readonly<Record<string, string>>): string {
  mkdirSync(join(root, ".tmp"), { recursive: true });
  const folder = mkdtempSync(join(root, ".tmp", "fixture-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** Runs a script of a package with this test's own Node. `input` goes to its standard input. */
export function runTool(
  args: readonly string[],
  options: { readonly cwd?: string; readonly input?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<Outcome> {
  const env = { ...process.env, CI: "", NO_COLOR: "1", ...options.env };
  const child = spawn(process.execPath, args, { cwd: options.cwd ?? root, env });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text) => (said += String(text)));
  child.stdin.end(options.input ?? "");
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code: code ?? -1, said }));
  });
}
