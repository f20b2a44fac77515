import type { FastifyInstance, FastifyRequest } from "fastify";
import { type Permission, reachOf, unitsWithin } from "../../organisation/public.ts";
import { readSession, type Session } from "../../platform/auth/public.ts";
import { type Database, inTenant } from "../../platform/db/public.ts";
import { refuse } from "./errors.ts";

/** Name of the session cookie. */
export const COOKIE = "springbraet";

/** The unit that stands for the whole municipality. */
const WHOLE = "*";

/** Readers outside the jobcentre's own staff: small numbers are withheld from them. */
export function isDiscreet({ role }: Pick<Session, "role">): boolean {
  return reachOf(role, "figure.small") === "none";
}

export type Access = {
  /** The session of a request, which sees no citizens. Refuses without one. */
  readonly session: (request: FastifyRequest) => Promise<Session>;
  /** The session of a request that may do something, seeing as far as its role may. Refuses otherwise. */
  readonly allowed: (request: FastifyRequest, permission: Permission) => Promise<Session>;
  readonly find: (request: FastifyRequest) => Promise<Session | null>;
};

/** Who is asking, and whether they may. */
export function accessOver(db: Database): Access {
  const find = (request: FastifyRequest): Promise<Session | null> => {
    const token = request.cookies[COOKIE];
    return token ? readSession(db, token, new Date()) : Promise.resolve(null);
  };
  const session = async (request: FastifyRequest): Promise<Session> => {
    const found = await find(request);
    if (!found) throw refuse(401, "no_session");
    return found;
  };
  return {
    find,
    session,
    allowed: async (request, permission) => {
      const found = await session(request);
      const sees = reachOf(found.role, permission);
      if (sees === "none") throw refuse(403, "not_allowed");
      if (sees !== "unit") return { ...found, sees };
      if (found.units.includes(WHOLE)) return { ...found, sees: "all" };
      const units = await inTenant(db, found, (tx) => unitsWithin(tx, found.units));
      return { ...found, sees, units };
    },
  };
}

/** Deeds only come from our own pages or the command line: a header that other sites cannot add. */
export function guardDeeds(app: FastifyInstance): void {
  app.addHook("onRequest", (request, _reply, done) => {
    const isDeed = !["GET", "HEAD", "OPTIONS"].includes(request.method);
    done(isDeed && request.headers["x-springbraet"] !== "1" ? refuse(403, "wrong_origin") : undefined);
  });
}
