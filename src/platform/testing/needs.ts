import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { describe } from "vitest";

/** What a test may need and a machine may lack. */
export type Need = "chromium" | "postgres" | "shared-data" | "small-disk";

/** The programs a throw-away PostgreSQL server is made of, as full paths. */
export type PostgresBinaries = { readonly initdb: string; readonly postgres: string; readonly pgCtl: string };

const CHROMIUM_NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const CHROMIUM_PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];
const POSTGRES_HOMES = ["/usr/lib/postgresql", "/usr/local/pgsql", "/opt/homebrew/opt", "/usr/local/opt"];

/** Full path of a Chromium-like browser (`CHROMIUM_PATH`, the search path, usual places), or null when there is none. */
export function chromiumPath(): string | null {
  const named = process.env.CHROMIUM_PATH;
  const found = named ? [named] : [...CHROMIUM_NAMES.flatMap(onSearchPath), ...CHROMIUM_PLACES];
  return found.find(canRun) ?? null;
}

/** PostgreSQL's server programs (`POSTGRES_BIN`, the search path, usual places; newest version first), or null. */
export function postgresBinaries(): PostgresBinaries | null {
  const named = process.env.POSTGRES_BIN;
  const folders = named ? [named] : [...searchPath(), ...POSTGRES_HOMES.flatMap(binFoldersUnder)];
  for (const folder of folders) {
    const binaries = {
      initdb: join(folder, "initdb"),
      postgres: join(folder, "postgres"),
      pgCtl: join(folder, "pg_ctl"),
    };
    if (Object.values(binaries).every(canRun)) return binaries;
  }
  return null;
}

/** The folder of source documents that is not part of the repository (`SPRINGBRAET_SHARED`), or null. */
export function sharedData(): string | null {
  const folder = process.env.SPRINGBRAET_SHARED;
  return folder && existsSync(folder) ? folder : null;
}

/**
 * Where the needed thing is, or null after saying loudly what is therefore not tested.
 * Example: `const browser = needs("chromium", "the pages in a real browser")`.
 */
export function needs(need: Need, whatIsNotTested: string): string | null {
  const path = find(need);
  if (path === null) process.stderr.write(`\n*** NOT TESTED: ${whatIsNotTested}: this machine has no ${need} ***\n`);
  return path;
}

/**
 * `describe` for tests that need something a machine may lack: skipped with a loud line when it is missing.
 * With `CI` set that skip fails the run (scripts/no-skips.ts). Shared data is never there outside our own workshop, so
 * tests that need it are then absent rather than skipped: keep another test in the same file.
 */
export function describeNeeding(need: Need, name: string, tests: () => void): void {
  const missing = needs(need, name) === null;
  if (missing && need === "shared-data") return;
  describe.skipIf(missing)(name, tests);
}

function find(need: Need): string | null {
  if (need === "chromium") return chromiumPath();
  if (need === "small-disk") return canMount() ? "tmpfs" : null;
  return need === "postgres" ? (postgresBinaries()?.postgres ?? null) : sharedData();
}

/** May this process mount a disk in memory, which is how a small one is had? */
function canMount(): boolean {
  const at = mkdtempSync(join(tmpdir(), "springbraet-disk-"));
  const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", at], { stdio: "ignore" }).status === 0;
  if (mounted) spawnSync("umount", [at], { stdio: "ignore" });
  rmSync(at, { recursive: true, force: true });
  return mounted;
}

function searchPath(): string[] {
  return (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
}

function onSearchPath(name: string): string[] {
  return searchPath().map((folder) => join(folder, name));
}

/** `/usr/lib/postgresql` holds one folder per version: `15/bin`, `17/bin`. */
function binFoldersUnder(home: string): string[] {
  if (!existsSync(home)) return [];
  const versions = readdirSync(home).sort((a, b) => b.localeCompare(a, "en", { numeric: true }));
  return [join(home, "bin"), ...versions.map((version) => join(home, version, "bin"))];
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
