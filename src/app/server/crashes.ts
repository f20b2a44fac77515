import type { Logger } from "pino";

/**
 * An error nobody caught ends the process, as it should: its state is unknown. Node would print the error with its words, which may
 * hold values; it is logged without them instead.
 */
export function logCrashes(log: Pick<Logger, "fatal">): void {
  const die = (err: unknown): void => {
    log.fatal({ err }, "the program ends because of an error nobody caught");
    process.exit(1);
  };
  process.on("uncaughtException", die);
  process.on("unhandledRejection", die);
}
