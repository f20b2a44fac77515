import { createHash } from "node:crypto";
import rateLimit from "@fastify/rate-limit";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Desk } from "./desk.ts";
import { refuse } from "./errors.ts";

const MINUTE_MS = 60_000;

/** Log-ins from one address: a municipality's people often share one. */
export const LOGIN_LIMIT = { rateLimit: { max: 300, timeWindow: MINUTE_MS } } as const;

/**
 * So many requests to the API a minute and no more, counted for a session, and for an address when there is none: who makes up a
 * session is counted by where they are. Each process counts for itself.
 */
export async function limitRequests(app: FastifyInstance, { access, cookies, login }: Desk): Promise<void> {
  const isFree = (request: FastifyRequest): boolean => !request.url.startsWith("/api/");
  const keyOf = async (request: FastifyRequest): Promise<string> => {
    const token = cookies.session.of(request);
    const isReal = token !== undefined && !isFree(request) && (await access.find(request)) !== null;
    return isReal ? createHash("sha256").update(token).digest("hex") : request.ip;
  };
  await app.register(rateLimit, {
    max: login.requestsPerMinute,
    timeWindow: MINUTE_MS,
    keyGenerator: keyOf,
    allowList: isFree,
    errorResponseBuilder: () => refuse(429, "too_many"),
  });
}
