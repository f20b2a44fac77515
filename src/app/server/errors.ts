import type { FastifyError, FastifyInstance, FastifyReply } from "fastify";
import type { PlanProblem } from "../../plan/public.ts";
import { isNamedError, outageOf } from "../../platform/db/public.ts";
import { httpProblem, isHttpProblem, type Problem, type Theirs } from "../../platform/http/public.ts";
import { expectationOf, type Issue } from "./issue-texts.ts";
import { refusals } from "./texts.ts";

const LONGEST_FIELD = 40;

/** A refusal by its code. */
export function refuse(status: number, code: keyof typeof refusals, problems?: Problem["problems"]): Error {
  return httpProblem(status, { code, detail: refusals[code], ...(problems ? { problems } : {}) });
}

/** Refuses a change that saw an older version than the present one, with what others wrote; null when it is gone. */
export function editConflict(theirs: Theirs | null): Error {
  return httpProblem(409, { code: "edit_conflict", detail: refusals.edit_conflict, theirs });
}

/** Mistakes in a plan or indicator as problem details, each with its line and column. */
export function mistakes(problems: readonly PlanProblem[]): NonNullable<Problem["problems"]> {
  return problems.map(({ line, column, path, message }) => ({
    pointer: `/${path.replaceAll(".", "/")}#${line}:${column}`,
    message,
  }));
}

/** Sends every error as problem details; what nobody foresaw is logged without its request and its words, and told as "unexpected". */
export function sendProblems(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const problem = problemOf(error);
    if (problem.status >= 500) request.log.error({ err: error, request: request.id }, "unexpected error");
    return send(reply, problem);
  });
}

/** When it is worth trying again after an outage. */
const RETRY_AFTER_SECONDS = 5;

/** Sends a problem. */
export function send(reply: FastifyReply, problem: Problem): FastifyReply {
  if (problem.status === 503) reply.header("retry-after", RETRY_AFTER_SECONDS);
  return reply.status(problem.status).header("content-type", "application/problem+json").send(JSON.stringify(problem));
}

/** Any error as problem details. */
export function problemOf(error: FastifyError): Problem {
  if (isHttpProblem(error)) return error.problem;
  const outage = outageOf(error);
  if (outage) return asProblem(refuse(503, outage));
  if (isNamedError(error)) {
    const given = "problems" in error ? mistakes(error.problems as readonly PlanProblem[]) : undefined;
    return asProblem(
      httpProblem(statusOf(error.code), {
        code: error.code,
        detail: error.texts,
        ...(given && { problems: given }),
      }),
    );
  }
  if (error.validation) {
    const place = error.validationContext ?? "request";
    const problems = error.validation.map((issue) => ({
      pointer: pointerTo(place, issue.instancePath),
      message: expectationOf(issue as Issue),
    }));
    return asProblem(refuse(400, "bad_request", problems));
  }
  return asProblem(refusedByFastify(error));
}

/** Fastify's own refusals, each with the part of the request it is about. */
const OF_FASTIFY: Readonly<Record<string, readonly [code: keyof typeof refusals, pointer: string]>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: ["bad_json", "/body"],
  FST_ERR_CTP_EMPTY_JSON_BODY: ["bad_json", "/body"],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: ["bad_json", "/body"],
  FST_ERR_CTP_BODY_TOO_LARGE: ["too_large", "/body"],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ["wrong_media_type", "/headers/content-type"],
  FST_ERR_BAD_URL: ["bad_address", "/params"],
  FST_ERR_MAX_PARAM_LENGTH: ["bad_address", "/params"],
};

function refusedByFastify(error: FastifyError): Error {
  if (error.code === "FST_ERR_HANDLER_TIMEOUT") return refuse(503, "too_slow");
  const status = error.statusCode ?? 500;
  if (status >= 500) return refuse(500, "unexpected");
  const isJson = error instanceof SyntaxError;
  const [code, pointer] = OF_FASTIFY[error.code] ?? (isJson ? ["bad_json", "/body"] : ["bad_request", "/request"]);
  return refuse(status, code, [{ pointer, message: refusals[code] }]);
}

/** The place of a mistake, without a field's name when it is long: names of fields that are ours are short. */
function pointerTo(place: string, path: string | undefined): string {
  const steps = (path ?? "").split("/").filter((step) => step !== "");
  return ["", place, ...steps.map((step) => (step.length > LONGEST_FIELD ? "*" : step))].join("/");
}

/** Codes of refusals because the thing is elsewhere by now, or was changed by somebody else. */
const CONFLICT = /_(elsewhere|changed|conflict|built_on|not_whole|has_rejected)$/;

function statusOf(code: string): number {
  if (code.startsWith("unknown_")) return 404;
  if (code === "figures_being_built") return 503;
  return CONFLICT.test(code) ? 409 : 400;
}

function asProblem(error: Error): Problem {
  if (!isHttpProblem(error)) throw error;
  return error.problem;
}
