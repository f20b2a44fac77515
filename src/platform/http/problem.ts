import { z } from "zod";
import type { Bilingual } from "../kernel/fact.ts";

const bilingual = z.strictObject({ da: z.string(), en: z.string() });

/** An error as the API tells it (RFC 9457), in both languages, with the fields it is about. */
export const problemSchema = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: bilingual,
  problems: z.array(z.strictObject({ pointer: z.string(), message: bilingual })).optional(),
});

export type Problem = z.infer<typeof problemSchema>;

/** An error with its HTTP status. Thrown by routes, sent as problem details. */
export type HttpProblem = Error & { readonly problem: Problem };

/** Makes an error to throw from a route. */
export function httpProblem(
  status: number,
  what: { readonly code: string; readonly detail: Bilingual; readonly problems?: Problem["problems"] },
): HttpProblem {
  const problem: Problem = { type: "about:blank", title: what.code, status, code: what.code, detail: what.detail };
  return Object.assign(new Error(what.code), {
    problem: what.problems ? { ...problem, problems: what.problems } : problem,
  });
}

/** Is this an error made by `httpProblem`? */
export function isHttpProblem(error: unknown): error is HttpProblem {
  return error instanceof Error && "problem" in error;
}
