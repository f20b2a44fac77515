import { type Database, inTenant, type Tx } from "../platform/db/public.ts";

/** Runs a part of a long work in a transaction. */
export type Stretch = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

type Session = Parameters<typeof inTenant>[1];

const turns = new WeakMap<Database, Promise<unknown>>();

/**
 * Runs long work on temporary tables. On a server it is one transaction on a connection of its own. The embedded engine has one
 * connection for everybody: there each stretch is a transaction, others get their turn in between, and such works take turns, since
 * their temporary tables live in that connection. What must happen wholly or not at all therefore belongs in one stretch.
 */
export function inStretches<T>(db: Database, session: Session, work: (stretch: Stretch) => Promise<T>): Promise<T> {
  if (db.engine === "server") return inTenant(db, session, (tx) => work((part) => part(tx)));
  const before = turns.get(db) ?? Promise.resolve();
  const mine = before.then(() => work((part) => inTenant(db, session, part)));
  turns.set(
    db,
    mine.catch(() => undefined),
  );
  return mine;
}
