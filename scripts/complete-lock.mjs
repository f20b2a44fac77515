// Adds to package-lock.json the packages for other kinds of machines that a registry mirror did not have when the lock was made.
// Without them `npm ci` calls the lock out of step. Their versions are exact in the packages that ask for them.
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** @typedef {{ version?: string, dev?: boolean, optionalDependencies?: Record<string, string> }} Entry */

const SYSTEMS = ["android", "darwin", "freebsd", "linux", "netbsd", "openharmony", "openbsd", "sunos", "win32"];
const PROCESSORS = ["arm64", "arm", "ia32", "loong64", "mips64el", "ppc64", "riscv64", "s390x", "wasm32", "x64"];

/**
 * Lock entries that are asked for and not there, for a machine that can be read from the name.
 * @param {Record<string, Entry>} packages
 */
export function missingEntries(packages) {
  const wanted = Object.entries(packages).flatMap(([path, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name]) => !placesFor(name, path).some((place) => place in packages))
      .map(
        ([name, version]) =>
          /** @type {const} */ ([
            `node_modules/${name}`,
            { ...entryFor(name, version), ...(entry.dev && { dev: true }) },
          ]),
      ),
  );
  return Object.fromEntries(wanted.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * Where Node would look for a package from inside another.
 * @param {string} name
 * @param {string} path
 */
function placesFor(name, path) {
  const parts = path === "" ? [] : path.split(/\/?node_modules\//).slice(1);
  return Array.from({ length: parts.length + 1 }, (_, depth) =>
    [...parts.slice(0, depth), name].map((part) => `node_modules/${part}`).join("/"),
  );
}

/**
 * @param {string} name
 * @param {string} version
 */
function entryFor(name, version) {
  const words = name.split(/[-/]/);
  const os = SYSTEMS.filter((system) => words.includes(system));
  const cpu = PROCESSORS.filter((processor) => words.some((word) => word === processor || word === `${processor}hf`));
  const libc = words.some((word) => word.startsWith("musl")) ? ["musl"] : words.includes("gnu") ? ["glibc"] : [];
  if (os.length + cpu.length === 0) throw new Error(`${name}: no kind of machine can be read from its name`);
  const machine = Object.entries({ cpu, libc, os }).filter(([, values]) => values.length > 0);
  return { version, ...Object.fromEntries(machine), optional: true };
}

const lockFile = join(dirname(dirname(fileURLToPath(import.meta.url))), "package-lock.json");
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const lock = JSON.parse(readFileSync(lockFile, "utf8"));
  const missing = missingEntries(lock.packages);
  const packages = Object.entries({ ...lock.packages, ...missing }).sort(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(lockFile, `${JSON.stringify({ ...lock, packages: Object.fromEntries(packages) }, null, 2)}\n`);
  process.stdout.write(`added ${Object.keys(missing).length} packages\n`);
}
