import { existsSync, statfsSync } from "node:fs";
import { dirname } from "node:path";
import { Worker } from "node:worker_threads";
import { endProgram } from "./end-program.ts";
import { namedError } from "./named-error.ts";
import { da } from "./texts.da.ts";
import { en } from "./texts.en.ts";

/* The embedded engine's log grows by 16 MB at a time. When the disk has no room for that, the engine fails once and is of no use afterwards, or
 * stands still and this thread with it. So nothing is begun without room for a few such steps, and an engine that is lost ends the program:
 * what was answered is stored, and the next start says what is wrong. */

const MEGABYTE = 1024 * 1024;
/** What must be free before a statement: three steps of the log. */
const ROOM_BYTES = 48 * MEGABYTE;
/** Below this, one large statement could use up what is left: then somebody looks on from another thread. */
const LOW_BYTES = 1024 * MEGABYTE;
const BEAT_MS = 500;
/** The engine's own words. */
const LOG_FULL = /pg_wal.*No space left/i;
const WORDS = `${da.disk_full_ended}\n${en.disk_full_ended}\n`;

/** Looks after the room of an engine's folder. */
export type Room = {
  /** Throws `disk_full` when there is no room for another statement. */
  readonly need: () => void;
  /** Ends the program when an error says that the log could not grow. */
  readonly failed: (error: unknown) => void;
  readonly close: () => void;
};

/** The room of a folder; there is always room in memory. */
export function roomOf(folder: string | undefined): Room {
  if (folder === undefined) return { need: () => undefined, failed: () => undefined, close: () => undefined };
  let stopWatch: (() => void) | null = null;
  return {
    need: () => {
      if (needRoom(folder) < LOW_BYTES) stopWatch ??= startWatch(folder);
    },
    failed: (error) => {
      if (error instanceof Error && LOG_FULL.test(error.message)) endProgram(WORDS);
    },
    close: () => stopWatch?.(),
  };
}

/** Throws `disk_full` when a folder's disk has no room for the engine; gives the bytes that are free. */
export function needRoom(folder: string): number {
  const free = freeAt(folder);
  if (free < ROOM_BYTES) throw namedError("disk_full", { da: da.disk_full, en: en.disk_full });
  return free;
}

/** Bytes that are free where a folder is or will be. */
function freeAt(folder: string): number {
  let place = folder;
  while (!existsSync(place)) place = dirname(place);
  const { bavail, bsize } = statfsSync(place);
  return bavail * bsize;
}

/** A thread that ends the program when this one stands still on a full disk. */
function startWatch(folder: string): () => void {
  const beat = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const timer = setInterval(() => Atomics.add(beat, 0, 1), BEAT_MS);
  timer.unref();
  const worker = new Worker(new URL("room-watch.ts", import.meta.url), { workerData: { beat, folder, words: WORDS } });
  worker.unref();
  return () => {
    clearInterval(timer);
    void worker.terminate();
  };
}
