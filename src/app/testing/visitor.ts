import type { Role } from "../../platform/auth/public.ts";

/** What the API answered. `body` is JSON as it came; tests narrow it. */
export type Answer<T> = { readonly status: number; readonly body: T; readonly headers: Headers };

export type RoleName = Role | "nobody";

/** Somebody at the API: with the session of a role, or with none. */
export type Visitor = {
  readonly get: <T>(path: string) => Promise<Answer<T>>;
  /** Does a deed; the same `key` again asks for the same deed. */
  readonly send: <T>(
    method: "POST" | "PUT" | "PATCH" | "DELETE",
    path: string,
    body?: unknown,
    key?: string,
  ) => Promise<Answer<T>>;
};

/** Goes through the role choice as a browser does and keeps the session's cookie. */
export function visitorAs(url: string, role: RoleName, municipality = "0316"): Promise<Visitor> {
  return visitorIn(url, role, { municipality });
}

/** The same for a role in one of the municipality's units. */
export async function visitorIn(
  url: string,
  role: RoleName,
  place: { readonly municipality: string; readonly unit?: string },
): Promise<Visitor> {
  return visitorWith(url, role === "nobody" ? "" : await cookieOf(url, { role, ...place }));
}

/** Somebody who has a session's cookie already. */
export function visitorWith(url: string, cookie: string): Visitor {
  const ask = async <T>(path: string, init: RequestInit): Promise<Answer<T>> => {
    const answer = await fetch(`${url}/api/v1${path}`, { ...init, headers: { ...init.headers, cookie } });
    const isJson = (answer.headers.get("content-type") ?? "").includes("json");
    return {
      status: answer.status,
      headers: answer.headers,
      body: (isJson ? await answer.json() : await answer.bytes()) as T,
    };
  };
  return {
    get: (path) => ask(path, {}),
    send: (method, path, ...[body, key]) => {
      const headers = {
        "x-springbraet": "1",
        ...(key === undefined ? {} : { "idempotency-key": key }),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      };
      return ask(path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    },
  };
}

/** The cookie of a session begun by the role choice. */
export async function cookieOf(
  url: string,
  who: { readonly role: string; readonly municipality: string; readonly unit?: string },
): Promise<string> {
  const answer = await fetch(`${url}/api/v1/session`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-springbraet": "1" },
    body: JSON.stringify(who),
  });
  const [cookie] = answer.headers.getSetCookie();
  if (!answer.ok || !cookie) throw new Error(`the role choice answered ${answer.status}: ${await answer.text()}`);
  return cookie.split(";")[0] ?? "";
}
