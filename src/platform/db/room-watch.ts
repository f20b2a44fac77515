import { statfsSync } from "node:fs";
import { workerData } from "node:worker_threads";
import { endProgram } from "./end-program.ts";

/** A thread beside the one the embedded engine runs in; see `room.ts`. */
type Watched = { readonly beat: Int32Array; readonly folder: string; readonly words: string };

const { beat, folder, words } = workerData as Watched;
const LOOK_MS = 2_000;
/** One step of the engine's log. */
const STEP_BYTES = 16 * 1024 * 1024;
/** A long statement keeps the other thread busy too: only when the disk stays full as well has it come to a stand. */
const LOOKS = 3;

/** A folder that is gone is not full. */
function free(): number {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

const clock = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
let last = -1;
let stood = 0;
for (;;) {
  Atomics.wait(clock, 0, 0, LOOK_MS);
  const now = Atomics.load(beat, 0);
  stood = now === last && free() < STEP_BYTES ? stood + 1 : 0;
  last = now;
  if (stood === LOOKS) endProgram(words);
}
