import pg from "pg";

/**
 * A planted fault, for `--import`: a comment's transaction is said to be stored, and is not. Kill rounds over such a server must find that answered
 * work is lost, or they prove nothing.
 */
type Query = (this: pg.Client, ...given: unknown[]) => unknown;

const prototype = pg.Client.prototype as unknown as { query: Query };
const query = prototype.query;
const writing = new WeakSet<pg.Client>();

prototype.query = function answerWithoutStoring(this: pg.Client, ...given: unknown[]): unknown {
  const [asked, ...more] = given;
  const text = typeof asked === "object" && asked !== null && "text" in asked ? asked.text : asked;
  if (typeof text === "string" && text.startsWith("insert into plan.notes")) writing.add(this);
  if (text !== "commit" || !writing.delete(this)) return query.apply(this, given);
  return query.apply(this, ["rollback", ...more]);
};
