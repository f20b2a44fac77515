import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Forgery, type ForgingProvider, startForgingProvider } from "../testing/forging-provider.ts";
import { CLIENT, type IdentityProvider, startIdentityProvider } from "../testing/identity-provider.ts";
import { throughLogin } from "../testing/through-login.ts";
import { isLoginFault } from "./login-fault.ts";
import { type Provider, providerOf } from "./oidc.ts";

const ORIGIN = "https://springbraet.example";
const NOW = new Date();
const settingsFor = (issuer: string) => ({
  issuer,
  client: CLIENT.id,
  secret: CLIENT.secret,
  scope: "openid profile",
  redirect: `${ORIGIN}/api/v1/login/callback`,
  afterwards: `${ORIGIN}/log-ind`,
});

async function faultOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => new Error("it was taken"),
    (thrown: unknown) => thrown,
  );
  return isLoginFault(error) ? error.fault : String(error);
}

describe("log-in with a real provider", () => {
  let real: IdentityProvider;
  let provider: Provider;
  beforeAll(async () => {
    real = await startIdentityProvider({ origin: ORIGIN, users: { asta: { groups: ["ledere"], name: "Asta" } } });
    provider = providerOf(settingsFor(real.issuer));
  });
  afterAll(() => real.close());

  it("sends the browser away with PKCE, a state and a nonce, and to one address back", async () => {
    const { to, kept } = await provider.begin("/", NOW);
    const asked = Object.fromEntries(to.searchParams);
    expect(asked).toMatchObject({
      response_type: "code",
      client_id: CLIENT.id,
      redirect_uri: `${ORIGIN}/api/v1/login/callback`,
      code_challenge_method: "S256",
      scope: "openid profile",
    });
    for (const name of ["state", "nonce", "code_challenge"]) expect(asked[name]?.length).toBeGreaterThan(40);
    for (const secret of [asked.state, asked.nonce]) expect(kept).not.toContain(secret);
  });

  it("knows who came back, with the claims of the token and of the provider's own answer, and the page that was asked for", async () => {
    const { to, kept } = await provider.begin("/plan/x", NOW);
    const back = await throughLogin(to, "asta");
    const found = await provider.finish({ search: back.search, kept }, NOW);
    expect(found.claims).toMatchObject({ sub: "asta", groups: ["ledere"], name: "Asta", iss: real.issuer });
    expect(found.next).toBe("/plan/x");
    const again = await provider.begin("/", NOW);
    const second = await provider.finish(
      { search: (await throughLogin(again.to, "asta")).search, kept: again.kept },
      NOW,
    );
    expect(second.subject).toEqual(found.subject);
    expect(second.login).not.toEqual(found.login);
  });

  it("takes a code once", async () => {
    const { to, kept } = await provider.begin("/", NOW);
    const { search } = await throughLogin(to, "asta");
    await provider.finish({ search, kept }, NOW);
    expect(await faultOf(provider.finish({ search, kept }, NOW))).toBe("login_refused");
  });

  it("refuses another log-in's state, a tampered cookie and one that is too old", async () => {
    const { to, kept } = await provider.begin("/", NOW);
    const other = await provider.begin("/", NOW);
    const { search } = await throughLogin(to, "asta");
    const late = new Date(NOW.getTime() + 11 * 60_000);
    const changed = `${kept.slice(0, -2)}${kept.endsWith("AA") ? "BB" : "AA"}`;
    expect(await faultOf(provider.finish({ search, kept: other.kept }, NOW))).toBe("login_refused");
    for (const wrong of [changed, "", "x", kept.slice(0, 30)]) {
      expect(await faultOf(provider.finish({ search, kept: wrong }, NOW))).toBe("login_expired");
    }
    expect(await faultOf(provider.finish({ search, kept }, late))).toBe("login_expired");
    const forged = search.replace(/state=[^&]+/, "state=forged");
    expect(await faultOf(provider.finish({ search: forged, kept }, NOW))).toBe("login_refused");
    expect((await provider.finish({ search, kept }, NOW)).claims.sub).toBe("asta");
  });

  it("tells apart somebody who gave up", async () => {
    const { to, kept } = await provider.begin("/", NOW);
    const { search } = await throughLogin(to, "nobody the provider knows");
    expect(await faultOf(provider.finish({ search, kept }, NOW))).toBe("login_denied");
  });

  it("ends at the provider too, which is shown its own token", async () => {
    const { to, kept } = await provider.begin("/", NOW);
    const { hint } = await provider.finish({ search: (await throughLogin(to, "asta")).search, kept }, NOW);
    const leave = await provider.leave(hint);
    expect(leave?.searchParams.get("post_logout_redirect_uri")).toBe(`${ORIGIN}/log-ind`);
    expect(leave?.searchParams.get("id_token_hint")?.split(".")).toHaveLength(3);
    expect((await fetch(leave ?? "", { redirect: "manual" })).status).toBeLessThan(400);
  });
});

describe("log-in with a provider that does not play by the rules", () => {
  let forging: ForgingProvider;
  let provider: Provider;
  beforeAll(async () => {
    forging = await startForgingProvider();
    provider = providerOf(settingsFor(forging.issuer));
  });
  afterAll(() => forging.close());

  async function comeBack(forgery: Forgery): Promise<unknown> {
    const { to, kept } = await provider.begin("/", NOW);
    forging.forge(to.searchParams.get("nonce") ?? "", forgery);
    const search = `?code=1&state=${to.searchParams.get("state")}`;
    return provider.finish({ search, kept }, NOW);
  }

  it("takes a good token", async () => {
    expect(await comeBack({})).toMatchObject({ claims: { sub: "1" } });
  });

  const hour = 3600;
  const seconds = Math.floor(NOW.getTime() / 1000);
  const forgeries: Readonly<Record<string, Forgery>> = {
    "that has expired": { claims: { iat: seconds - 2 * hour, exp: seconds - hour } },
    "made for somebody else": { claims: { aud: "another system" } },
    "made for several, of whom we are not the one that asked": { claims: { aud: [CLIENT.id, "x"], azp: "x" } },
    "with another nonce": { claims: { nonce: "another" } },
    "without a nonce": { claims: { nonce: undefined } },
    "by another provider": { claims: { iss: "https://elsewhere.example" } },
    "about nobody": { claims: { sub: undefined } },
    "signed with a key that is not the provider's": { strangeKey: true },
    "that is not signed": { unsigned: true },
    "that is not valid yet": { claims: { nbf: seconds + hour } },
  };
  it.each(Object.keys(forgeries))("refuses a token %s", async (name) => {
    expect(await faultOf(comeBack(forgeries[name] ?? {}))).toBe("login_refused");
  });

  it("says that the provider is down when it is", async () => {
    expect(await faultOf(comeBack({ status: 503 }))).toBe("provider_down");
    const gone = await startForgingProvider();
    const before = providerOf(settingsFor(gone.issuer));
    const { to, kept } = await before.begin("/", NOW);
    await gone.close();
    const search = `?code=1&state=${to.searchParams.get("state")}`;
    expect(await faultOf(before.finish({ search, kept }, NOW))).toBe("provider_down");
    expect(await faultOf(providerOf(settingsFor(gone.issuer)).begin("/", NOW))).toBe("provider_down");
  });

  it("asks again after the provider was down", async () => {
    const gone = await startForgingProvider();
    const { port } = new URL(gone.issuer);
    const late = providerOf(settingsFor(gone.issuer));
    await gone.close();
    expect(await faultOf(late.begin("/", NOW))).toBe("provider_down");
    const back = await startForgingProvider(Number(port));
    expect((await late.begin("/", NOW)).to.origin).toBe(gone.issuer);
    await back.close();
  });
});
