import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fill } from "../texts/catalogue.ts";
import { type NamedError, namedError } from "./named-error.ts";
import { da } from "./texts.da.ts";
import { en } from "./texts.en.ts";

/** Who owns a data folder. The server adds its address and a secret that lets the command line work through it. */
export type LockHolder = {
  readonly pid: number;
  /** The kernel's start mark of the process, where it tells: a reused pid is not the same process. */
  readonly started: string | null;
  readonly url: string | null;
  readonly token: string | null;
};

/** A data folder owned by this process. */
export type FolderLock = {
  /** Tells other processes where this one can be reached. */
  publish: (server: { readonly url: string; readonly token: string }) => void;
  release: () => void;
};

/** Error `data_folder_in_use`: another living process owns the folder; `holder` says which. */
export type DataFolderInUse = NamedError & { readonly holder: LockHolder };

const NAME = "springbraet.lock";
const STILL_WRITING_MS = 5_000;

/** Takes the data folder for this process. Throws `DataFolderInUse` while another living process has it. */
export function takeLock(folder: string): FolderLock {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, NAME);
  const own = { pid: process.pid, started: startMark(process.pid), url: null, token: null };
  if (!createLock(path, own)) {
    const holder = livingHolder(path);
    if (holder) throw inUse(holder);
    setAside(path);
    if (!createLock(path, own)) throw inUse(readLock(folder) ?? own);
  }
  return {
    publish: (server) => {
      const temporary = `${path}.${process.pid}`;
      writeFileSync(temporary, JSON.stringify({ ...own, ...server }), { mode: 0o600 });
      renameSync(temporary, path);
    },
    release: () => {
      if (readLock(folder)?.pid === process.pid) rmSync(path, { force: true });
    },
  };
}

/** The living owner of a data folder, or null when nobody has it. */
export function readLock(folder: string): LockHolder | null {
  return livingHolder(join(folder, NAME));
}

function createLock(path: string, holder: LockHolder): boolean {
  try {
    writeFileSync(path, JSON.stringify(holder), { flag: "wx", mode: 0o600 });
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

/** Moving a stale lock away first keeps two processes that both found it from deleting each other's new one. */
function setAside(path: string): void {
  const aside = `${path}.stale-${randomBytes(4).toString("hex")}`;
  try {
    renameSync(path, aside);
    rmSync(aside, { force: true });
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
  }
}

function livingHolder(path: string): LockHolder | null {
  try {
    const holder: LockHolder = JSON.parse(readFileSync(path, "utf8"));
    return isAlive(holder) ? holder : null;
  } catch (error) {
    if (!(error instanceof SyntaxError)) return null;
    const age = Date.now() - statSync(path).mtimeMs;
    return age < STILL_WRITING_MS ? { pid: 0, started: null, url: null, token: null } : null;
  }
}

function isAlive({ pid, started }: LockHolder): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
  const mark = startMark(pid);
  return mark === null || started === null || mark === started;
}

/** Linux tells when a process started (field 22, counted after the name in brackets). */
function startMark(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null;
  } catch {
    return null;
  }
}

function inUse(holder: LockHolder): DataFolderInUse {
  const text = (texts: typeof da | typeof en): string =>
    fill(texts.data_folder_in_use, {
      pid: holder.pid,
      what: holder.url ? fill(texts.server_runs, { url: holder.url }) : texts.process_runs,
    });
  return Object.assign(namedError("data_folder_in_use", { da: text(da), en: text(en) }), { holder });
}
