import { channel } from "node:diagnostics_channel";
import type { FastifyRequest } from "fastify";
import { type Permission, reachOf, unitsWithin } from "../../organisation/public.ts";
import { isMadeUp, noteFailure, readSession, type Session, type SessionLimits } from "../../platform/auth/public.ts";
import { type Database, inTenant } from "../../platform/db/public.ts";
import type { Cookie } from "./cookies.ts";
import { refuse } from "./errors.ts";
import { noteAsker } from "./logging.ts";

/** Name of the channel on which `{ request, permission }` is published. */
export const PERMISSION_ASKED = "springbraet.permission";

/** Tells whoever listens in this process which permission a request asks for: the tests hold it against the table. */
const asked = channel(PERMISSION_ASKED);

/** The unit that stands for the whole municipality. */
export const WHOLE = "*";

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

type Keys = { readonly limits: SessionLimits; readonly cookie: Cookie };

/** Who is asking, and whether they may. The session is looked up once a request. */
export function accessOver(db: Database, { limits, cookie }: Keys): Access {
  const found = new WeakMap<FastifyRequest, Promise<Session | null>>();
  const look = async (request: FastifyRequest): Promise<Session | null> => {
    const token = cookie.of(request);
    if (!token) return null;
    const session = await readSession(db, token, { now: new Date(), limits });
    if (session) noteAsker(request, session);
    if (!session && (await isMadeUp(db, token))) await noteFailure(db, { address: request.ip }, new Date());
    return session;
  };
  const find = (request: FastifyRequest): Promise<Session | null> => {
    const looking = found.get(request) ?? look(request);
    found.set(request, looking);
    return looking;
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
      asked.publish({ request, permission });
      if (sees === "none") throw refuse(403, "not_allowed");
      if (sees !== "unit") return { ...found, sees };
      if (found.units.includes(WHOLE)) return { ...found, sees: "all" };
      const units = await inTenant(db, found, (tx) => unitsWithin(tx, found.units));
      return { ...found, sees, units };
    },
  };
}
