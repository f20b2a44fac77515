import type { FastifyReply, FastifyRequest } from "fastify";

/** One of our cookies: what the browser sent, and how to set and take it back. */
export type Cookie = {
  readonly name: string;
  readonly of: (request: FastifyRequest) => string | undefined;
  readonly set: (reply: FastifyReply, value: string) => void;
  readonly clear: (reply: FastifyReply) => void;
};

/** The session, and what a log-in under way keeps in the browser. */
export type Cookies = { readonly session: Cookie; readonly login: Cookie };

type Kind = { readonly sameSite: "strict" | "lax"; readonly maxAge?: number };

/**
 * Our cookies, unreadable for scripts. With an encrypted address they are held to that host by their names (`__Host-`). The one of
 * a log-in must come along when the provider sends the browser back, the session's must not come along from anywhere.
 */
export function cookiesFor(options: { readonly encrypted: boolean; readonly loginSeconds: number }): Cookies {
  const { encrypted } = options;
  const cookie = (plain: string, kind: Kind): Cookie => {
    const name = encrypted ? `__Host-${plain}` : plain;
    const how = { httpOnly: true, path: "/", secure: encrypted, ...kind };
    return {
      name,
      of: (request) => request.cookies[name],
      set: (reply, value) => void reply.setCookie(name, value, how),
      clear: (reply) => void reply.clearCookie(name, { ...how, maxAge: 0 }),
    };
  };
  return {
    session: cookie("springbraet", { sameSite: "strict" }),
    login: cookie("springbraet-login", { sameSite: "lax", maxAge: options.loginSeconds }),
  };
}
