import type { FastifyInstance, FastifyRequest } from "fastify";
import { type Role, readSession, type Session } from "../../platform/auth/public.ts";
import type { Database } from "../../platform/db/public.ts";
import { refuse } from "./errors.ts";

/** Name of the session cookie. */
export const COOKIE = "springbraet";

/** Which role may do what. The committee sees figures, never people; decisions are the manager's. */
export const may: Readonly<
  Record<"rows" | "comment" | "decide" | "snapshot" | "warehouse" | "figure", readonly Role[]>
> = {
  rows: ["analyst", "manager"],
  comment: ["analyst", "manager", "committee"],
  decide: ["manager"],
  snapshot: ["analyst", "manager"],
  warehouse: ["analyst"],
  figure: ["analyst", "manager"],
};

/** Readers outside the jobcentre's own staff: small numbers are withheld from them. */
export function isDiscreet({ role }: Pick<Session, "role">): boolean {
  return role === "committee";
}

export type Access = {
  /** The session of a request. Refuses without one. */
  readonly session: (request: FastifyRequest) => Promise<Session>;
  /** The session of a request whose role may do something. Refuses otherwise. */
  readonly allowed: (request: FastifyRequest, what: keyof typeof may) => Promise<Session>;
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
    allowed: async (request, what) => {
      const found = await session(request);
      if (!may[what].includes(found.role)) throw refuse(403, "not_allowed");
      return found;
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
