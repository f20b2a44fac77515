// `npm test`: install, the gates, the web build, every test. Stops at the first part that fails.
import { ensureInstalled, runNode } from "./runtime.mjs";
import { buildWeb } from "./web-build.mjs";

/** @type {readonly (readonly [name: string, run: () => void | Promise<number>])[]} */
const parts = [
  ["install", () => ensureInstalled()],
  ["check", () => runNode(["scripts/check.mjs"])],
  ["web build", () => buildWeb()],
];

for (const [name, run] of parts) {
  const started = performance.now();
  const code = (await run()) ?? 0;
  process.stdout.write(`${code === 0 ? "ok" : "FAILED"}  ${name}  ${seconds(started)}\n`);
  if (code !== 0) process.exit(code);
}
process.exitCode = await runNode(["node_modules/vitest/vitest.mjs", "run", ...process.argv.slice(2)]);

/** @param {number} started */
function seconds(started) {
  return `${((performance.now() - started) / 1000).toFixed(1)} s`;
}
