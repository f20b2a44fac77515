// `npm run check`: the gates, all at zero. Two at a time; what a gate says is shown only when it fails.
import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import { ensureInstalled, pinnedNode, root } from "./runtime.mjs";

const TYPES = ["node_modules/typescript/bin/tsc", "--noEmit", "--pretty", "false", "--incremental"];
const KNIP = ["node_modules/knip/bin/knip.js", "--no-progress"];

/** @type {readonly (readonly [name: string, ...args: string[]])[]} */
const gates = [
  ["types (server)", ...types("tsconfig.json")],
  ["architecture", "scripts/architecture.mjs"],
  ["types (pages)", ...types("tsconfig.web.json")],
  ["unused (knip)", ...KNIP],
  ["types (e2e)", ...types("tsconfig.e2e.json")],
  ["unused in production", ...KNIP, "--production"],
  ["lint and format", "node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings", "--max-diagnostics=200"],
];

ensureInstalled();
const waiting = [...gates];
/** @type {boolean[]} */
const passed = [];
await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, work));
process.exitCode = passed.length === gates.length && passed.every(Boolean) ? 0 : 1;

async function work() {
  for (let gate = waiting.shift(); gate; gate = waiting.shift()) passed.push(await run(gate));
}

/** @param {readonly [name: string, ...args: string[]]} gate */
function run([name, ...args]) {
  const started = performance.now();
  const child = spawn(pinnedNode(), args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => (said += text));
  return new Promise((resolve) => {
    child.on("close", (code) => {
      const time = `${((performance.now() - started) / 1000).toFixed(1)} s`;
      process.stdout.write(code === 0 ? `ok  ${name}  ${time}\n` : `FAILED  ${name}  ${time}\n${said}\n`);
      resolve(code === 0);
    });
  });
}

/** @param {string} project */
function types(project) {
  return [...TYPES, "-p", project, "--tsBuildInfoFile", `node_modules/.cache/${project}.tsbuildinfo`];
}
