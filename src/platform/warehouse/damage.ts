/** What a warehouse's file says when it cannot be trusted any more: its checksums are wrong, parts are gone, or it is another program's. */
const DAMAGED =
  /corrupt|could not read (enough|all) bytes|could not read from file|not a valid duckdb database|serialization error|failed to deserialize|out of range of this file|failed to load metadata|wal file .*(version|magic)/i;
/** DuckDB answers nothing more after a fault of its own, though the file may be whole: it must be opened again. */
const STUCK = /database has been invalidated|^(FATAL|INTERNAL) Error/i;

/** Does this error of DuckDB come from a file that is damaged? Then it holds nothing to go on with and is built anew from the records. */
export function isDamage(error: unknown): boolean {
  return error instanceof Error && !isFull(error) && DAMAGED.test(error.message);
}

/** Does DuckDB refuse to go on with a file that it had open? */
export function isStuck(error: unknown): boolean {
  return error instanceof Error && STUCK.test(error.message);
}

function isFull(error: Error): boolean {
  return /no space left on device|disk quota exceeded|too many open files/i.test(error.message);
}
