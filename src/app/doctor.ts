import { existsSync, readdirSync, rmSync } from "node:fs";
import { statfs } from "node:fs/promises";
import { join } from "node:path";
import { examineRecords } from "../platform/db/examine.ts";
import { forgetDeeds, inTenant, isNamedError } from "../platform/db/public.ts";
import type { Operations } from "./operations.ts";
import type { Runtime } from "./runtime-type.ts";
import type { da } from "./texts.da.ts";

/** How one thing is: in order, worth a look, or wrong. `repaired` says that it was wrong and has been put right. */
export type Finding = {
  readonly check: keyof (typeof da)["doctor"]["checks"];
  readonly level: "ok" | "warning" | "error" | "repaired";
  /** What was found, and what to do about it; of the texts for the doctor. */
  readonly said: keyof (typeof da)["doctor"]["said"];
  readonly values: Readonly<Record<string, string | number>>;
};

/** Everything that was looked at. `ok` when nothing is wrong. */
export type Examination = { readonly ok: boolean; readonly findings: readonly Finding[] };

type Running = Operations & { readonly runtime: Runtime };
type Look = (running: Running, repair: boolean) => Promise<readonly Finding[]>;

const GB = 1e9;
const ROOM = { error: 0.2 * GB, warning: 2 * GB } as const;
const CLOCK_SECONDS = 5;

/** Looks at everything that can be out of order, and with `repair` puts right what can be put right without losing anything. */
export async function examine(running: Running, { repair }: { readonly repair: boolean }): Promise<Examination> {
  const findings: Finding[] = [];
  for (const look of LOOKS) findings.push(...(await look(running, repair)));
  return { ok: findings.every(({ level }) => level !== "error"), findings };
}

function found(
  check: Finding["check"],
  [level, said]: readonly [Finding["level"], Finding["said"]],
  values: Finding["values"] = {},
): Finding {
  return { check, level, said, values };
}

const folder: Look = async ({ runtime }) => {
  const { bavail, bsize } = await statfs(runtime.data);
  const free = bavail * bsize;
  const values = { free: (free / GB).toFixed(1) };
  const level = free < ROOM.error ? "error" : free < ROOM.warning ? "warning" : "ok";
  return [found("disk", [level, level === "ok" ? "room" : "littleRoom"], values)];
};

const records: Look = async ({ runtime }) => {
  const seen = await examineRecords(runtime.db);
  const { version, pending, unfenced, roleIsFree, clockAhead, logAhead, failedJobs } = seen;
  const isOff = Math.abs(clockAhead) > CLOCK_SECONDS || logAhead > CLOCK_SECONDS;
  return [
    found("database", ["ok", "version"], { version, engine: runtime.db.engine }),
    pending.length === 0
      ? found("migrations", ["ok", "migrated"])
      : found("migrations", ["error", "pending"], { files: pending.join(", ") }),
    unfenced.length === 0 && !roleIsFree
      ? found("fence", ["ok", "fenced"])
      : found("fence", ["error", "unfenced"], { tables: unfenced.join(", ") || "springbraet_app" }),
    isOff
      ? found("clock", ["warning", "clockOff"], { seconds: Math.max(Math.abs(clockAhead), logAhead) })
      : found("clock", ["ok", "clockRight"]),
    failedJobs === 0
      ? found("jobs", ["ok", "noFailures"])
      : found("jobs", ["warning", "failures"], { count: failedJobs }),
  ];
};

const keys: Look = async ({ checkKeys }) => {
  const { values, damaged } = await checkKeys();
  return [
    damaged === 0
      ? found("keys", ["ok", "keysFit"], { sealed: values })
      : found("keys", ["error", "keysMisfit"], { bad: damaged, sealed: values }),
  ];
};

/** What is looked at for each municipality. */
const municipalities: Look = async (running, repair) => {
  const findings: Finding[] = [];
  for (const { code } of running.runtime.settings().municipalities) {
    findings.push(await warehouse(running, code, repair));
    findings.push(...(await snapshots(running, code)));
    findings.push(await log(running, code));
    if (repair) await inTenant(running.runtime.db, { municipality: code }, forgetDeeds);
  }
  return findings;
};

async function warehouse(running: Running, municipality: string, repair: boolean): Promise<Finding> {
  const deviations = await running.verify({ municipality }).catch(whenBuilding);
  if (deviations === null) {
    if (!repair) return found("warehouse", ["warning", "warehouseBuilding"], { municipality });
    await running.rebuild({ municipality });
    const left = await running.verify({ municipality });
    return found("warehouse", [left.length === 0 ? "repaired" : "error", "warehouseFileRebuilt"], { municipality });
  }
  if (deviations.length === 0) return found("warehouse", ["ok", "warehouseEqual"], { municipality });
  const values = { municipality, facts: deviations.map(({ fact }) => fact).join(", ") };
  if (!repair) return found("warehouse", ["error", "warehouseDeviates"], values);
  await running.rebuild({ municipality });
  const left = await running.verify({ municipality });
  return found("warehouse", [left.length === 0 ? "repaired" : "error", "warehouseRebuilt"], values);
}

/** A file that turned out to be damaged while it was compared is being built anew already. */
function whenBuilding(error: unknown): null {
  if (isNamedError(error) && error.code === "figures_being_built") return null;
  throw error;
}

async function snapshots(running: Running, municipality: string): Promise<readonly Finding[]> {
  const changed = await running.changedSnapshots({ municipality });
  return changed.length === 0
    ? [found("snapshots", ["ok", "snapshotsWhole"], { municipality })]
    : changed.map((name) => found("snapshots", ["error", "snapshotChanged"], { municipality, name }));
}

async function log(running: Running, municipality: string): Promise<Finding> {
  const { ok, days, faultCount, sealerSleeps } = await running.verifyAccessLog({ municipality });
  if (!ok) return found("log", ["error", "logBroken"], { municipality, faults: faultCount });
  return sealerSleeps
    ? found("log", ["warning", "logWaits"], { municipality })
    : found("log", ["ok", "logWhole"], { municipality, days });
}

/** Files that a process left when it was killed: they hold nothing that is not elsewhere. */
const leftovers: Look = ({ runtime }, repair) => {
  const inFolder = (name: string): string[] => {
    const path = join(runtime.data, name);
    return existsSync(path) ? readdirSync(path).map((file) => join(name, file)) : [];
  };
  const files = [
    ...inFolder("warehouse").filter(isLeftOver),
    ...inFolder("snapshots").flatMap(inFolder).filter(isPartial),
  ];
  if (files.length === 0) return Promise.resolve([found("leftovers", ["ok", "nothingLeft"])]);
  if (repair) for (const file of files) rmSync(join(runtime.data, file), { recursive: true, force: true });
  const values = { files: files.join(", ") };
  return Promise.resolve([
    repair ? found("leftovers", ["repaired", "leftRemoved"], values) : found("leftovers", ["warning", "left"], values),
  ]);
};

function isLeftOver(file: string): boolean {
  return /feed-[0-9a-f-]{36}\.csv$|\.verify-[0-9a-f-]{36}\.duckdb(\.wal)?$|\.duckdb\.new(\.wal)?$/.test(file);
}

function isPartial(file: string): boolean {
  return file.endsWith(".partial");
}

const LOOKS: readonly Look[] = [folder, records, keys, municipalities, leftovers];
