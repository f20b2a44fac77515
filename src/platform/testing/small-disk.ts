import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const KIB = 1024;

/** A real disk of few megabytes. */
export type SmallDisk = {
  readonly folder: string;
  /** Fills it until so many KiB are left. */
  readonly fill: (leaveKib: number) => void;
  /** Makes room again. */
  readonly empty: () => void;
  readonly unmount: () => void;
};

/** Mounts a disk in memory. Only where `needs("small-disk")` finds that it can be done. */
export function smallDisk(megabytes: number): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), "springbraet-disk-"));
  const done = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", folder], { encoding: "utf8" });
  if (done.status !== 0) throw new Error(`the disk could not be mounted: ${done.stderr}`);
  // The database's own account has its folder on it too.
  chmodSync(folder, 0o777);
  const ballast = join(folder, "ballast");
  return {
    folder,
    fill: (leaveKib) => {
      const { bavail, bsize } = statfsSync(folder);
      writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - leaveKib * KIB), 1));
    },
    empty: () => rmSync(ballast, { force: true }),
    unmount: () => {
      // What still has files open keeps the disk until it ends; nobody can reach it by then.
      spawnSync("umount", ["--lazy", folder], { stdio: "ignore" });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
