import { z } from "zod";
import type { Bilingual } from "../kernel/fact.ts";
import { bilingual } from "./contract.ts";

/** What others wrote in the place of a change that came too late: their values, the version to name, who and when where it is known. */
export const theirsSchema = z.strictObject({
  version: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  who: z.string().nullable(),
  when: z.string().nullable(),
});

export type Theirs = z.infer<typeof theirsSchema>;

/** An error as the API tells it (RFC 9457), in both languages, with the fields it is about. */
export const problemSchema = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: bilingual,
  problems: z.array(z.strictObject({ pointer: z.string(), message: bilingual })).optional(),
  /** With `edit_conflict`; null when what was to be changed is no longer there. */
  theirs: theirsSchema.nullable().optional(),
});

export type Problem = z.infer<typeof problemSchema>;

/** An error with its HTTP status. Thrown by routes, sent as problem details. */
export type HttpProblem = Error & { readonly problem: Problem };

/** Makes an error to throw from a route. */
export function httpProblem(
  status: number,
  what: { readonly code: string; readonly detail: Bilingual } & Pick<Problem, "problems" | "theirs">,
): HttpProblem {
  const { code, detail, problems, theirs } = what;
  const problem: Problem = { type: "about:blank", title: code, status, code, detail };
  return Object.assign(new Error(code), {
    problem: { ...problem, ...(problems && { problems }), ...(theirs !== undefined && { theirs }) },
  });
}

/** Is this an error made by `httpProblem`? */
export function isHttpProblem(error: unknown): error is HttpProblem {
  return error instanceof Error && "problem" in error;
}
