import type { FastifyError, FastifyInstance, FastifyReply } from "fastify";
import type { PlanProblem } from "../../plan/public.ts";
import { isNamedError } from "../../platform/db/public.ts";
import { httpProblem, isHttpProblem, type Problem, type Theirs } from "../../platform/http/public.ts";
import { refusals } from "./texts.ts";

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

/** Sends every error as problem details; what nobody foresaw is logged without its request and told as "unexpected". */
export function sendProblems(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const problem = problemOf(error);
    if (problem.status >= 500) request.log.error({ code: error.code, stack: error.stack }, "unexpected error");
    return send(reply, problem);
  });
}

/** Sends a problem. */
export function send(reply: FastifyReply, problem: Problem): FastifyReply {
  return reply.status(problem.status).header("content-type", "application/problem+json").send(JSON.stringify(problem));
}

function problemOf(error: FastifyError): Problem {
  if (isHttpProblem(error)) return error.problem;
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
    const problems = error.validation.map((issue) => ({
      pointer: `/${error.validationContext ?? "request"}${issue.instancePath ?? ""}`,
      message: { da: `Ventede noget andet: ${issue.message ?? ""}`, en: issue.message ?? "" },
    }));
    return asProblem(refuse(400, "bad_request", problems));
  }
  if (error.statusCode === 413) return asProblem(refuse(413, "too_large"));
  if (error.statusCode && error.statusCode < 500) return asProblem(refuse(error.statusCode, "bad_request"));
  return asProblem(refuse(500, "unexpected"));
}

/** Codes of refusals because the thing is elsewhere by now, or was changed by somebody else. */
const CONFLICT = /_(elsewhere|changed|conflict|built_on|not_whole|has_rejected)$/;

function statusOf(code: string): number {
  if (code.startsWith("unknown_")) return 404;
  return CONFLICT.test(code) ? 409 : 400;
}

function asProblem(error: Error): Problem {
  if (!isHttpProblem(error)) throw error;
  return error.problem;
}
