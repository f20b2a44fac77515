import { createHash } from "node:crypto";
import rateLimit from "@fastify/rate-limit";
import type { FastifyRequest } from "fastify";
import type { App, Desk } from "./desk.ts";
import { refuse } from "./errors.ts";

const MINUTE_MS = 60_000;

/** Log-ins from one address: a municipality's people often share one. */
export const LOGIN_LIMIT = { rateLimit: { max: 300, timeWindow: MINUTE_MS } } as const;

/**
 * So many requests a minute and no more, counted for a session, and for an address when there is none: who makes up a session is
 * counted by where they are. Each process counts for itself.
 */
export async function limitRequests(api: App, desk: Desk): Promise<void> {
  const keyOf = async (request: FastifyRequest): Promise<string> => {
    const token = desk.cookies.session.of(request);
    const isReal = token !== undefined && (await desk.access.find(request)) !== null;
    return isReal ? createHash("sha256").update(token).digest("hex") : request.ip;
  };
  await api.register(rateLimit, {
    max: desk.login.requestsPerMinute,
    timeWindow: MINUTE_MS,
    keyGenerator: keyOf,
    errorResponseBuilder: () => refuse(429, "too_many"),
  });
}
