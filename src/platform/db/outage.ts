/** What keeps the records from answering, and passes by itself or when somebody makes room. */
export type Outage = "records_unavailable" | "records_slow" | "disk_full";

/** PostgreSQL's codes: a statement or a lock took longer than the transaction may wait. */
const SLOW = /^(57014|55P03)$/;
/** Connection, resources, shutting down, starting up; and a conflict that another try would not meet. */
const UNAVAILABLE = /^(08|53[023]|57P0|40001$|40P01$)/;
const UNAVAILABLE_CODES = new Set(["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "EHOSTUNREACH", "ENETUNREACH"]);
const FULL = new Set(["disk_full", "53100", "ENOSPC", "EDQUOT", "EFBIG"]);
/** The driver says these without a code. */
const UNAVAILABLE_WORDS =
  /connection (terminated|ended|error)|timeout exceeded when trying to connect|not queryable|client was closed|pool after calling end/i;
const FULL_WORDS = /no space left on device|could not (extend|write) file|disk quota exceeded/i;

/** Which outage an error comes from, however deep inside it; null when it is something else. */
export function outageOf(error: unknown): Outage | null {
  if (!(error instanceof Error)) return null;
  const code = "code" in error ? String(error.code) : "";
  if (FULL.has(code) || FULL_WORDS.test(error.message)) return "disk_full";
  if (SLOW.test(code)) return "records_slow";
  if (UNAVAILABLE.test(code) || UNAVAILABLE_CODES.has(code) || UNAVAILABLE_WORDS.test(error.message))
    return "records_unavailable";
  if (error instanceof AggregateError) return error.errors.map(outageOf).find((outage) => outage !== null) ?? null;
  return error.cause === undefined ? null : outageOf(error.cause);
}
