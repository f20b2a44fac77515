import { randomUUID } from "node:crypto";
import type { Server } from "node:http";
import type { Socket } from "node:net";
import fastify, { type FastifyBaseLogger, type FastifyHttpOptions } from "fastify";
import { isHttpProblem, type Problem } from "../../platform/http/public.ts";
import { problemOf, refuse, send } from "./errors.ts";
import type { refusals } from "./texts.ts";

/** How the server meets the network. */
export type Edge = {
  /** The proxies whose word about the caller's address is believed. */
  readonly trustProxy: readonly string[] | null;
  /** A request must have arrived whole within this time. */
  readonly requestSeconds: number;
  /** A request is answered within this time. */
  readonly answerSeconds: number;
  /** One statement of a request may take this long, waiting for others included; as long as `answerSeconds` allows when nothing is said. */
  readonly statementSeconds?: number;
};

/** What holds when nothing is said. */
export const EDGE: Edge = { trustProxy: null, requestSeconds: 60, answerSeconds: 120 };

/** Longer than proxies keep a resting connection, so that they never send on one that is being closed. */
const KEEP_ALIVE_MS = 75_000;
const BODY_LIMIT = 4 * 1024 * 1024;
const HEADERS_LIMIT = 16 * 1024;
const LONGEST_PARAMETER = 300;
/** Node looks for slow senders this often. */
const LOOK_MS = 5_000;

/** The server's limits, and how it refuses what never becomes a request of ours: in the same form as everything else. */
export function serverOptions(
  { trustProxy, requestSeconds, answerSeconds }: Edge,
  log: FastifyBaseLogger | null,
): FastifyHttpOptions<Server> {
  return {
    ...(log ? { loggerInstance: log } : { logger: false }),
    logController: new fastify.LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    trustProxy: trustProxy ? [...trustProxy] : false,
    bodyLimit: BODY_LIMIT,
    requestTimeout: requestSeconds * 1000,
    connectionTimeout: (answerSeconds + requestSeconds) * 1000,
    keepAliveTimeout: KEEP_ALIVE_MS,
    handlerTimeout: answerSeconds * 1000,
    routerOptions: { maxParamLength: LONGEST_PARAMETER },
    http: { maxHeaderSize: HEADERS_LIMIT, connectionsCheckingInterval: LOOK_MS, headersTimeout: requestSeconds * 1000 },
    frameworkErrors: (error, _request, reply) => void send(reply, problemOf(error)),
    clientErrorHandler: refuseBytes,
  } satisfies FastifyHttpOptions<Server>;
}

const BYTES: Readonly<Record<string, readonly [status: number, code: keyof typeof refusals]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, "too_late"],
  HPE_HEADER_OVERFLOW: [431, "headers_too_large"],
};

/** Answers bytes that are no request. They are not logged: they may hold anything. */
function refuseBytes(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === "ECONNRESET" || socket.destroyed) return;
  const [status, code] = BYTES[error.code ?? ""] ?? [400, "bad_http"];
  if (socket.writable) socket.write(raw(refuse(status, code)));
  socket.destroy();
}

const REASONS: Readonly<Record<number, string>> = { 400: "Bad Request", 408: "Request Timeout" };

function raw(error: Error): string {
  const problem: Problem | null = isHttpProblem(error) ? error.problem : null;
  const body = JSON.stringify(problem);
  const status = problem?.status ?? 400;
  return [
    `HTTP/1.1 ${status} ${REASONS[status] ?? "Request Header Fields Too Large"}`,
    "content-type: application/problem+json",
    `content-length: ${Buffer.byteLength(body)}`,
    "x-content-type-options: nosniff",
    "connection: close",
    "",
    body,
  ].join("\r\n");
}
