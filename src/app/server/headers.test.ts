import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Problem } from "../../platform/http/problem.ts";
import { documentCalls } from "../testing/document-calls.ts";
import { type LoginDesk, openLoginDesk } from "../testing/login-desk.ts";
import { visitorAs } from "../testing/visitor.ts";

const ACCESS = `
ask: { da: Spørg it, en: Ask IT }
municipality: "0370"
rules: [{ claim: groups, value: x, role: analyst }]
`;

describe("what every answer tells the browser", () => {
  let desk: LoginDesk;
  beforeAll(async () => {
    desk = await openLoginDesk({ access: ACCESS, users: {} });
  }, 240_000);
  afterAll(() => desk.close());

  const strict = (headers: Headers): void => {
    const policy = headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
    expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("x-frame-options")).toBe("DENY");
  };

  it("is strict on every route of the document, and no answer of the API is kept on the way", async () => {
    const somebody = await visitorAs(desk.url, "nobody");
    for (const { route, send } of documentCalls()) {
      if (route.startsWith("GET /login")) continue;
      const { headers } = await send(somebody);
      strict(headers);
      expect(headers.get("cache-control"), route).toBe("no-store");
    }
  });

  it("is strict for pages, for what is not there, and for the way to the provider", async () => {
    for (const path of ["/", "/findes/ikke", "/api/v1/findes/ikke", "/api/v1/login", "/api/v1/login/callback"]) {
      const { headers } = await fetch(`${desk.url}${path}`, { redirect: "manual" });
      strict(headers);
      if (path.startsWith("/api")) expect(headers.get("cache-control"), path).toBe("no-store");
    }
  });

  it("asks for encryption for two years where people come by https, and holds the cookies to that host", async () => {
    const plain = await fetch(`${desk.url}/api/v1/session`);
    expect(plain.headers.get("strict-transport-security")).toBeNull();
    const env = { SPRINGBRAET_URL: "https://springbraet.example" };
    const safe = await openLoginDesk({ access: ACCESS, users: {}, env });
    const answer = await fetch(`${safe.url}/api/v1/session`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-springbraet": "1" },
      body: JSON.stringify({ role: "analyst", municipality: "0370" }),
    });
    expect(answer.headers.get("strict-transport-security")).toBe("max-age=63072000");
    const [cookie = ""] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/^__Host-springbraet=0370\.[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
    const sent = await fetch(`${safe.url}/api/v1/login`, { redirect: "manual" });
    expect(sent.headers.getSetCookie()[0]).toMatch(/^__Host-springbraet-login=.+; HttpOnly; Secure; SameSite=Lax$/);
    expect(new URL(sent.headers.get("location") ?? "").searchParams.get("redirect_uri")).toBe(
      "https://springbraet.example/api/v1/login/callback",
    );
    await safe.close();
  }, 240_000);
});

describe("a deed from another site", () => {
  let desk: LoginDesk;
  beforeAll(async () => {
    desk = await openLoginDesk({ access: ACCESS, users: {} });
  }, 240_000);
  afterAll(() => desk.close());

  const take = (headers: Readonly<Record<string, string>>): Promise<Response> =>
    fetch(`${desk.url}/api/v1/session`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify({ role: "analyst", municipality: "0370" }),
    });

  it.each([
    ["without our header", {}],
    ["with another value of it", { "x-springbraet": "0" }],
    ["from a page elsewhere", { "x-springbraet": "1", origin: "https://evil.example" }],
    ["from our name on another port", { "x-springbraet": "1", origin: "http://127.0.0.1:1" }],
    ["from nowhere", { "x-springbraet": "1", origin: "null" }],
    ["that the browser says is cross-site", { "x-springbraet": "1", "sec-fetch-site": "cross-site" }],
    ["that the browser says is a neighbour's", { "x-springbraet": "1", "sec-fetch-site": "same-site" }],
  ] as const)("%s is refused", async (_what, headers) => {
    const answer = await take(headers);
    expect(answer.status).toBe(403);
    expect(((await answer.json()) as Problem).code).toBe("wrong_origin");
    expect(answer.headers.getSetCookie()).toEqual([]);
  });

  it("is none when our own page does it, or the command line", async () => {
    const page = { "x-springbraet": "1", origin: desk.url, "sec-fetch-site": "same-origin" };
    expect((await take(page)).status).toBe(200);
    expect((await take({ "x-springbraet": "1" })).status).toBe(200);
  });
});
