/** Classes of PostgreSQL's error codes that pass by themselves: connection, resources, shutting down, conflict, lock. */
const PASSING = /^(08|53|57P0|40001$|40P01$|55P03$)/;
const PASSING_CODES = new Set(["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "EHOSTUNREACH", "ENETUNREACH"]);
/** The driver says these without a code. */
const PASSING_WORDS = /connection (terminated|ended|error)|timeout exceeded when trying to connect|not queryable/i;
const CODE = /^[\w-]{1,60}$/;

/** The code of an error, safe to store and log: never its words, which may hold values of a person. */
export function faultOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  const code = "code" in error ? String(error.code) : error.name;
  return CODE.test(code) ? code : "unknown";
}

/** Will trying again later help? A lost connection, yes; bad input, no. */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? String(error.code) : "";
  return PASSING.test(code) || PASSING_CODES.has(code) || PASSING_WORDS.test(error.message);
}
