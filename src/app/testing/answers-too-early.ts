import pg from "pg";

/**
 * A planted fault, for `--import`: every transaction is said to be stored long before it is. Who kills such a server must find out that answered work
 * is lost, or the kill rounds prove nothing.
 */
type Query = (this: pg.Client, ...given: unknown[]) => unknown;

const TOO_LATE_MS = 60_000;
const prototype = pg.Client.prototype as unknown as { query: Query };
const query = prototype.query;

prototype.query = function answerTooEarly(this: pg.Client, ...given: unknown[]): unknown {
  if (given[0] !== "commit" || given.length > 2) return query.apply(this, given);
  setTimeout(() => void query.apply(this, given), TOO_LATE_MS).unref();
  return Promise.resolve({ command: "COMMIT", rowCount: 0, rows: [] });
};
