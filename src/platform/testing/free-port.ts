import { randomInt } from "node:crypto";
import { createServer } from "node:net";

/**
 * Below the ports a system gives to whoever asks for any (32768 and up on Linux, 49152 on others): one of those can be given to another server
 * between this answer and its use.
 */
const FIRST = 20_000;
const LAST = 32_000;

/** A port of this machine nobody listens on, for a server that must know its own address before it starts. */
export async function freePort(): Promise<number> {
  const port = randomInt(FIRST, LAST);
  return (await isFree(port)) ? port : freePort();
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
  });
}
