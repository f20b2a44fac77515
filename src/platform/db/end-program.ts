import { writeSync } from "node:fs";

const STDERR = 2;

/** Ends this program at once, as a power cut does, with words on its error output. From any of its threads. */
export function endProgram(words: string): never {
  writeSync(STDERR, words);
  process.kill(process.pid, "SIGKILL");
  throw new Error(words);
}
