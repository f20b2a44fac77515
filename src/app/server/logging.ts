import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { type DestinationStream, type Logger, pino } from "pino";
import type { Session } from "../../platform/auth/public.ts";
import { inRequest } from "../../platform/db/public.ts";
import { safeError } from "./safe-error.ts";

/** How much is logged. */
export type LogLevel = "fatal" | "error" | "warn" | "info" | "debug" | "silent";

/**
 * The program's log: one line of JSON for each thing, on standard output unless another stream is given. Errors are logged without
 * their words, whoever logs them: a library that hands over an error alone would else put its message in the line.
 */
export function openLog(level: LogLevel, stream?: DestinationStream): Logger {
  const options = {
    level,
    base: { pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: safeError, error: safeError, req: nothing, res: nothing, request: onlyId, reply: nothing },
    hooks: { logMethod: withoutWords },
  };
  return stream ? pino(options, stream) : pino(options);
}

/** Requests are told of in one line of our own; what a library says of them holds the address with everything in it. */
function nothing(): undefined {
  return undefined;
}

/** Our own lines name a request by its id. */
function onlyId(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

type LogArguments = Parameters<Logger["info"]>;

/** An error that comes alone, or without a sentence, gets one: else pino takes the error's own. */
function withoutWords(this: Logger, given: LogArguments, method: (...args: LogArguments) => void): void {
  const [first, sentence] = given as readonly unknown[];
  const about = first instanceof Error ? { err: first } : first;
  const isOfError = typeof about === "object" && about !== null && ("err" in about || "error" in about);
  method.apply(this, isOfError ? ([about, said(sentence)] as unknown as LogArguments) : given);
}

/** What we say ourselves about an error. Any other sentence may have a value put into it and is left out. */
const SENTENCES: ReadonlySet<unknown> = new Set([
  "unexpected error",
  "metrics could not be told",
  "stopping failed",
  "the program ends because of an error nobody caught",
]);

function said(sentence: unknown): string {
  return SENTENCES.has(sentence) ? String(sentence) : "error";
}

type Asker = Pick<Session, "municipality" | "role" | "units">;

/** The unit that stands for the whole municipality. */
const WHOLE = "*";

const askers = new WeakMap<FastifyRequest, Asker>();

/** Notes who asks, for the request's line in the log and its entries in the access log. */
export function noteAsker(request: FastifyRequest, { municipality, role, units }: Asker): void {
  askers.set(request, { municipality, role, units });
}

/** The unit somebody works for; null for the whole municipality. Of several it is the first. */
export function unitOf({ units }: Pick<Session, "units">): string | null {
  return units.find((unit) => unit !== WHOLE) ?? null;
}

/** Whatever is entered in the access log while a request is answered has its id and its user's unit. */
export function enterRequests(app: FastifyInstance): void {
  app.addHook("preHandler", (request, _reply, done) => {
    const unit = (): string | null => unitOf(askers.get(request) ?? { units: [] });
    inRequest({ request: request.id, unit }, done);
  });
}

/** The route's own pattern, such as `/api/v1/plans/:plan`: never the address, which holds ids and what people search for. */
export function patternOf(request: FastifyRequest): string {
  return request.routeOptions.url ?? "(none)";
}

function lineOf(asker: Asker | undefined): Partial<Asker> {
  return asker ? { municipality: asker.municipality, role: asker.role } : {};
}

/** One line for every request when it is answered: who and what by kind, how it went and how long it took. */
export function logRequests(app: FastifyInstance): void {
  app.addHook("onRequest", (request, reply, done) => {
    reply.header("x-request-id", request.id);
    done();
  });
  app.addHook("onResponse", (request: FastifyRequest, reply: FastifyReply, done) => {
    const line = {
      request: request.id,
      method: request.method,
      route: patternOf(request),
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
      ...lineOf(askers.get(request)),
    };
    if (reply.statusCode >= 500) request.log.error(line, "request");
    else request.log.info(line, "request");
    done();
  });
}
