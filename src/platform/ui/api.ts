import type { BothLanguages } from "../texts/language.ts";
import { deedAnswered, deedKey } from "./deed-keys.ts";

/** What others wrote in the place of a change that came too late, and the version that a new change must name. */
export type Theirs = {
  readonly version: string;
  readonly values: Readonly<Record<string, string | number | boolean | null>>;
  readonly who: string | null;
  readonly when: string | null;
};

/** A refusal or failure as the server explains it (RFC 9457), or as the browser met it (status 0: no answer). */
export type Problem = {
  /** With `edit_conflict`: what others wrote meanwhile, null when it is gone. */
  readonly theirs?: Theirs | null;
  readonly status: number;
  readonly code: string;
  readonly detail: BothLanguages | null;
  readonly problems: readonly { readonly pointer: string; readonly message: BothLanguages }[];
};

/** Thrown by the client for every answer that is not a success; carries what the server said. */
export class ApiError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(`${problem.status} ${problem.code}`);
    this.name = "ApiError";
    this.problem = problem;
  }
}

/** Values of a query string; those that are null or missing are left out. */
export type Query = Readonly<Record<string, string | number | boolean | null | undefined>>;

const ROOT = "/api/v1";

/** The address of an operation with its query. */
export function apiUrl(path: string, query: Query = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== null && value !== undefined && value !== "");
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return text === "" ? `${ROOT}${path}` : `${ROOT}${path}?${text}`;
}

/** Reads an answer. Throws `ApiError`. */
export function get<T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T> {
  return request<T>(apiUrl(path, query), { method: "GET", ...(signal ? { signal } : {}) });
}

/** Sends a deed with a body and reads the answer. Throws `ApiError`. */
export function post<T>(path: string, body: unknown = {}): Promise<T> {
  return deed<T>("POST", path, body);
}

/** Sends a change of something and reads the answer. Throws `ApiError`. */
export function patch<T>(path: string, body: unknown): Promise<T> {
  return deed<T>("PATCH", path, body);
}

/** Takes something back. Throws `ApiError`. */
export function remove<T>(path: string): Promise<T> {
  return deed<T>("DELETE", path);
}

/** Waits between tries when no answer came or the server is busy: the key makes sure that the deed is done once. */
const TRY_AGAIN_AFTER_MS = [400, 1_500];

async function deed<T>(method: "POST" | "PATCH" | "DELETE", path: string, body?: unknown): Promise<T> {
  const text = body === undefined ? {} : { body: JSON.stringify(body) };
  const asked = [method, path, text.body].join(" ");
  const type = text.body === undefined ? {} : { "content-type": "application/json" };
  const headers = { "x-springbraet": "1", "idempotency-key": deedKey(asked), ...type };
  const answer = await untilDecided(() => request<T>(apiUrl(path), { method, headers, ...text }));
  if (answer.isDecided) deedAnswered(asked);
  if ("error" in answer) throw answer.error;
  return answer.value;
}

type Tried<T> = { readonly isDecided: boolean } & ({ readonly value: T } | { readonly error: unknown });

/** Sends until an answer says whether it is done, some times. */
async function untilDecided<T>(send: () => Promise<T>): Promise<Tried<T>> {
  for (let tries = 0; ; tries++) {
    try {
      return { isDecided: true, value: await send() };
    } catch (error) {
      if (!isUndecided(error)) return { isDecided: true, error };
      const wait = TRY_AGAIN_AFTER_MS[tries];
      if (wait === undefined) return { isDecided: false, error };
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}

/** Nobody answered, or the server could not say: whether the deed is done is not known. */
function isUndecided(error: unknown): boolean {
  return error instanceof ApiError && (error.problem.status === 0 || error.problem.status >= 500);
}

/** A file from the server with the name it gave it. */
export type FetchedFile = { readonly name: string; readonly bytes: Blob };

/** Fetches a file, so that a refusal can be told instead of saved. Throws `ApiError`. */
export function getFile(path: string, query: Query = {}): Promise<FetchedFile> {
  return file(path, apiUrl(path, query), { method: "GET" });
}

/** Fetches a file that is asked for with a body: what it is made of must not stand in an address. Throws `ApiError`. */
export function postFile(path: string, body: unknown): Promise<FetchedFile> {
  const headers = { "x-springbraet": "1", "content-type": "application/json" };
  return file(path, apiUrl(path), { method: "POST", headers, body: JSON.stringify(body) });
}

async function file(path: string, url: string, init: RequestInit): Promise<FetchedFile> {
  const response = await answered(url, init);
  if (!response.ok) throw new ApiError(problemOf(response.status, parsed(await response.text())));
  const named = /filename="([^"]+)"/.exec(response.headers.get("content-disposition") ?? "");
  return { name: named?.[1] ?? path.slice(path.lastIndexOf("/") + 1), bytes: await response.blob() };
}

async function request<T>(url: string, init: RequestInit): Promise<T> {
  const response = await answered(url, init);
  const body = parsed(await response.text());
  if (!response.ok) throw new ApiError(problemOf(response.status, body));
  return body as T;
}

function answered(url: string, init: RequestInit): Promise<Response> {
  return fetch(url, { credentials: "same-origin", ...init }).catch((cause: unknown) => {
    if (init.signal?.aborted) throw cause;
    throw new ApiError({ status: 0, code: "no-answer", detail: null, problems: [] });
  });
}

function parsed(text: string): unknown {
  try {
    return text === "" ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

/** Reads a problem document; what is missing in it becomes null or empty, never a guess. */
export function problemOf(status: number, body: unknown): Problem {
  const given = typeof body === "object" && body !== null ? (body as Partial<Problem>) : {};
  return {
    status,
    code: typeof given.code === "string" ? given.code : `http-${status}`,
    detail: isBoth(given.detail) ? given.detail : null,
    problems: Array.isArray(given.problems) ? given.problems : [],
    ...(given.theirs === undefined ? {} : { theirs: given.theirs }),
  };
}

function isBoth(value: unknown): value is BothLanguages {
  const text = value as BothLanguages | null | undefined;
  return typeof text?.da === "string" && typeof text.en === "string";
}
