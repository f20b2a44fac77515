import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inTenant } from "../../platform/db/public.ts";
import type { Problem } from "../../platform/http/problem.ts";
import { throughLogin } from "../../platform/testing/through-login.ts";
import { type LoginDesk, openLoginDesk } from "../testing/login-desk.ts";

const ACCESS = `
ask: { da: Skriv til jobcentrets it, en: Write to the jobcentre's IT }
municipality: "0370"
staff: employee
rules:
  - { claim: groups, value: ledere, role: manager, units: ["*"] }
  - { claim: groups, value: analytikere, role: analyst }
`;
const USERS = {
  asta: { preferred_username: "asta", employee: "s-1", groups: ["ledere", "analytikere"] },
  bo: { preferred_username: "bo", groups: ["analytikere"] },
  gudrun: { preferred_username: "gudrun", groups: ["parkering"] },
};

type SessionAnswer = {
  readonly user: { readonly role: string; readonly label: string; readonly municipality: unknown } | null;
  readonly demo: boolean;
  readonly provider: boolean;
  readonly roles: readonly string[];
  readonly held: readonly { readonly role: string }[];
};

/** A browser at the server: it keeps cookies and follows no redirect by itself. */
function browserAt(url: string) {
  const cookies = new Map<string, string>();
  const go = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await fetch(`${url}${path}`, { ...init, redirect: "manual", headers: { ...init.headers, cookie } });
    for (const set of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (value === "") cookies.delete(name);
      else cookies.set(name, value);
    }
    return answer;
  };
  const send = (method: string, path: string, body?: unknown): Promise<Response> =>
    go(`/api/v1${path}`, {
      method,
      headers: { "x-springbraet": "1", ...(body === undefined ? {} : { "content-type": "application/json" }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const session = async (): Promise<SessionAnswer> => (await (await go("/api/v1/session")).json()) as SessionAnswer;
  /** Goes to the provider and back to our door, which is not opened yet. */
  const toTheDoor = async (name: string, til = "/"): Promise<string> => {
    const sent = await go(`/api/v1/login?til=${encodeURIComponent(til)}`);
    const back = await throughLogin(new URL(sent.headers.get("location") ?? ""), name);
    return `${back.pathname}${back.search}`;
  };
  const logIn = async (name: string, til = "/"): Promise<string> =>
    (await go(await toTheDoor(name, til))).headers.get("location") ?? "";
  return { cookies, go, send, session, toTheDoor, logIn };
}

describe("log-in with the municipality's identity provider (ORG-08)", () => {
  let desk: LoginDesk;
  beforeAll(async () => {
    desk = await openLoginDesk({ access: ACCESS, users: USERS, env: { SPRINGBRAET_MODE: "production" } });
  }, 240_000);
  afterAll(() => desk.close());

  it("lets somebody in with the role their claims give, on the page they asked for", async () => {
    const browser = browserAt(desk.url);
    expect((await browser.session()).user).toBeNull();
    expect(await browser.logIn("bo", "/plan/x?asOf=2021-06-30")).toBe("/plan/x?asOf=2021-06-30");
    expect(await browser.session()).toMatchObject({
      user: { role: "analyst", label: "bo", municipality: { code: "0370" } },
      demo: false,
      provider: true,
      held: [{ role: "analyst" }],
    });
    expect((await browser.go("/api/v1/about")).status).toBe(200);
  });

  it("leads to a page of ours and to no other place", async () => {
    for (const til of ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", ""]) {
      expect(await browserAt(desk.url).logIn("bo", til)).toBe("/");
    }
  });

  it("takes no role for the choosing in production, though the people are made up", async () => {
    const browser = browserAt(desk.url);
    const refused = await browser.send("POST", "/session", { role: "analyst", municipality: "0370" });
    expect(refused.status).toBe(403);
    expect(((await refused.json()) as Problem).code).toBe("no_demo");
    expect(await browser.session()).toMatchObject({ user: null, demo: false, roles: [] });
  });

  it("keeps its state in a cookie that is sent nowhere else, read by no script, short-lived and used once", async () => {
    const browser = browserAt(desk.url);
    const sent = await browser.go("/api/v1/login");
    const [cookie = ""] = sent.headers.getSetCookie();
    expect(cookie).toMatch(/^springbraet-login=.+; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/);
    const door = await browser.toTheDoor("bo");
    const kept = browser.cookies.get("springbraet-login") ?? "";
    await browser.go(door);
    expect(browser.cookies.has("springbraet-login")).toBe(false);
    const again = browserAt(desk.url);
    again.cookies.set("springbraet-login", kept);
    expect((await again.go(door)).headers.get("location")).toBe("/log-ind?fejl=login_refused");
    expect((await again.session()).user).toBeNull();
  });

  it("is not fooled by somebody else's way back: without this browser's own state it is nothing", async () => {
    const attacker = browserAt(desk.url);
    const door = await attacker.toTheDoor("bo");
    const victim = browserAt(desk.url);
    expect((await victim.go(door)).headers.get("location")).toBe("/log-ind?fejl=login_expired");
    await victim.go("/api/v1/login");
    expect((await victim.go(door)).headers.get("location")).toBe("/log-ind?fejl=login_refused");
    expect((await victim.session()).user).toBeNull();
  });

  it("gives a new token at every log-in and change of role, and the one before is worth nothing (session fixation)", async () => {
    const browser = browserAt(desk.url);
    browser.cookies.set("springbraet", `0370.${"A".repeat(43)}`);
    await browser.logIn("asta");
    const first = browser.cookies.get("springbraet") ?? "";
    expect(first).not.toContain("A".repeat(43));
    await browser.logIn("asta");
    const second = browser.cookies.get("springbraet") ?? "";
    const changed = await browser.send("POST", "/session/role", { role: "manager", municipality: "0370" });
    expect(((await changed.json()) as SessionAnswer).user?.role).toBe("manager");
    const third = browser.cookies.get("springbraet") ?? "";
    expect(new Set([first, second, third]).size).toBe(3);
    for (const old of [first, second]) {
      const thief = browserAt(desk.url);
      thief.cookies.set("springbraet", old);
      expect((await thief.session()).user).toBeNull();
    }
    expect((await browser.session()).user?.role).toBe("manager");
  });

  it("lets nobody change to a role they do not hold", async () => {
    const browser = browserAt(desk.url);
    await browser.logIn("bo");
    for (const role of ["manager", "administrator"]) {
      const refused = await browser.send("POST", "/session/role", { role, municipality: "0370" });
      expect([refused.status, ((await refused.json()) as Problem).code]).toEqual([403, "not_held"]);
    }
    const away = await browser.send("POST", "/session/role", { role: "analyst", municipality: "0316" });
    expect(away.status).toBe(403);
    expect((await browser.session()).user?.role).toBe("analyst");
    const nobody = await browserAt(desk.url).send("POST", "/session/role", { role: "analyst", municipality: "0370" });
    expect(nobody.status).toBe(401);
  });

  it("tells somebody without a role whom to ask, and lets them in nowhere", async () => {
    const browser = browserAt(desk.url);
    expect(await browser.logIn("gudrun")).toBe("/log-ind?fejl=no_role");
    expect(await browser.session()).toMatchObject({ user: null, ask: { da: "Skriv til jobcentrets it" } });
    expect((await browser.go("/api/v1/about")).status).toBe(401);
  });

  it("tells apart somebody who gave up at the provider", async () => {
    expect(await browserAt(desk.url).logIn("nobody the provider knows")).toBe("/log-ind?fejl=login_denied");
  });

  it("ends here and at the provider", async () => {
    const browser = browserAt(desk.url);
    await browser.logIn("bo");
    const token = browser.cookies.get("springbraet") ?? "";
    const { leave } = (await (await browser.send("POST", "/logout")).json()) as { leave: string };
    expect(new URL(leave).origin).toBe(desk.provider.issuer);
    expect(new URL(leave).searchParams.get("post_logout_redirect_uri")).toBe(`${desk.url}/log-ind`);
    expect(browser.cookies.has("springbraet")).toBe(false);
    browser.cookies.set("springbraet", token);
    expect((await browser.session()).user).toBeNull();
    expect(await (await browserAt(desk.url).send("POST", "/logout")).json()).toEqual({ leave: "/" });
  });

  it("shows one's own sessions and ends them everywhere", async () => {
    const [desktop, phone, other] = [browserAt(desk.url), browserAt(desk.url), browserAt(desk.url)];
    await desktop.logIn("asta");
    await phone.logIn("asta");
    await other.logIn("bo");
    const { sessions } = (await (await phone.go("/api/v1/sessions")).json()) as {
      sessions: { isThis: boolean; role: string; municipality: string }[];
    };
    expect(sessions.filter(({ isThis }) => isThis)).toHaveLength(1);
    expect(sessions.length).toBeGreaterThan(1);
    expect(sessions[0]).toMatchObject({ role: "analyst", municipality: "Næstved" });
    expect((await phone.send("DELETE", "/sessions")).status).toBe(200);
    for (const browser of [desktop, phone]) expect((await browser.session()).user).toBeNull();
    expect((await other.session()).user?.label).toBe("bo");
  });

  it("stores the provider's token only sealed, and no name of the user but what they are called", async () => {
    const browser = browserAt(desk.url);
    await browser.logIn("bo");
    const { rows } = await inTenant(desk.runtime.db, { municipality: "0370" }, (tx) =>
      sql<{ row: string }>`select s::text as row from platform.sessions s`.execute(tx),
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain("eyJ");
    expect(JSON.stringify(rows)).not.toContain(Buffer.from("eyJ").toString("hex"));
  });
});

describe("the demo's role choice", () => {
  it("is not there for a municipality whose people are real, in any mode, with or without a provider", async () => {
    const desk = await openLoginDesk({ access: ACCESS, users: USERS, synthetic: false });
    const browser = browserAt(desk.url);
    const refused = await browser.send("POST", "/session", { role: "analyst", municipality: "0370" });
    expect(refused.status).toBe(403);
    expect(await browser.session()).toMatchObject({ user: null, demo: false, roles: [] });
    await desk.close();
  }, 240_000);
});

describe("somebody who tries again and again", () => {
  let desk: LoginDesk;
  beforeAll(async () => {
    desk = await openLoginDesk({
      access: ACCESS,
      users: USERS,
      env: { SPRINGBRAET_MODE: "production", SPRINGBRAET_REQUESTS_PER_MINUTE: "400" },
    });
  }, 240_000);
  afterAll(() => desk.close());

  it("is locked out, while those who are in stay in, and the provider being down is nobody's fault", async () => {
    const inside = browserAt(desk.url);
    await inside.logIn("bo");
    for (let i = 0; i < 10; i++) expect(await browserAt(desk.url).logIn("gudrun")).toBe("/log-ind?fejl=no_role");
    expect(await browserAt(desk.url).logIn("gudrun")).toBe("/log-ind?fejl=locked_out");
    expect(await browserAt(desk.url).logIn("asta"), "another user on the same address").toBe("/");
    for (let i = 0; i < 100; i++) await browserAt(desk.url).go("/api/v1/login/callback?code=x&state=y");
    const knock = await browserAt(desk.url).go("/api/v1/login");
    expect(knock.headers.get("location")).toBe("/log-ind?fejl=locked_out");
    expect((await inside.session()).user?.label).toBe("bo");
    await desk.provider.close();
    const { leave } = (await (await inside.send("POST", "/logout")).json()) as { leave: string };
    expect(leave).toMatch(/^(\/|http)/);
  }, 240_000);
});

describe("too many requests", () => {
  it("are refused with a problem that says when to come back, for that session and not for others", async () => {
    const desk = await openLoginDesk({ access: ACCESS, users: USERS, env: { SPRINGBRAET_REQUESTS_PER_MINUTE: "20" } });
    const [busy, calm] = [browserAt(desk.url), browserAt(desk.url)];
    await busy.logIn("bo");
    await calm.logIn("asta");
    const answers = [];
    for (let i = 0; i < 30; i++) answers.push(await busy.go("/api/v1/session"));
    expect(answers.map(({ status }) => status)).toContain(200);
    const refused = await busy.go("/api/v1/session");
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(refused.headers.get("content-type")).toContain("application/problem+json");
    expect(((await refused.json()) as Problem).code).toBe("too_many");
    expect((await calm.go("/api/v1/session")).status).toBe(200);
    await desk.close();
  }, 240_000);
});

describe("a provider that is down", () => {
  it("is told on our own page, and log-in works again when it is back", async () => {
    const desk = await openLoginDesk({ access: ACCESS, users: USERS });
    await desk.provider.close();
    const browser = browserAt(desk.url);
    expect((await browser.go("/api/v1/login")).headers.get("location")).toBe("/log-ind?fejl=provider_down");
    expect((await browser.go("/api/v1/session")).status).toBe(200);
    await desk.close();
  }, 240_000);
});
