import { createHash } from "node:crypto";
import * as oidc from "openid-client";
import { z } from "zod";
import { isLoginFault, type LoginFault, loginFault } from "./login-fault.ts";
import type { ProviderSettings } from "./login-settings.ts";
import { sealerOf } from "./sealed.ts";

/** How long a log-in may take at the provider. */
export const LOGIN_MINUTES = 10;
/** Clocks of two machines may differ by this much, in seconds. */
const CLOCK_SECONDS = 10;
/** The provider is given this long to answer, in seconds. */
const PATIENCE_SECONDS = 10;

const begun = z.strictObject({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  next: z.string(),
  until: z.number(),
});

/** Somebody whom the provider knows. */
export type LoggedIn = {
  readonly claims: Readonly<Record<string, unknown>>;
  /** Who it is, for as long as the provider lives: a hash of the provider's name and the subject. */
  readonly subject: Buffer;
  /** A hash that is the same for one log-in and never for two. */
  readonly login: Buffer;
  /** The sealed ID token, which the provider wants to see at log-out. */
  readonly hint: Buffer;
  /** The page that was asked for. */
  readonly next: string;
};

/** A municipality's identity provider. Its addresses and keys are fetched at first use, and again after a failure. */
export type Provider = {
  /** Where to send the browser, and what it must bring back in a cookie. Throws `provider_down`. */
  readonly begin: (next: string, now: Date) => Promise<{ readonly to: URL; readonly kept: string }>;
  /** Who came back. Throws a login fault. */
  readonly finish: (back: { readonly search: string; readonly kept: string }, now: Date) => Promise<LoggedIn>;
  /** Where to send the browser so that the provider forgets it too; null when the provider has no such place. */
  readonly leave: (hint: Buffer | null) => Promise<URL | null>;
};

/** Speaks OpenID Connect with a provider: authorization code flow with PKCE, state and nonce. */
export function providerOf(settings: ProviderSettings): Provider {
  const states = sealerOf(settings.secret, "login state");
  const hints = sealerOf(settings.secret, "logout hint");
  const discovered = discovery(settings);
  return {
    begin: async (next, now) => {
      const config = await discovered();
      const verifier = oidc.randomPKCECodeVerifier();
      const state = oidc.randomState();
      const nonce = oidc.randomNonce();
      const to = oidc.buildAuthorizationUrl(config, {
        redirect_uri: settings.redirect,
        scope: settings.scope,
        state,
        nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: "S256",
      });
      const until = now.getTime() + LOGIN_MINUTES * 60_000;
      return { to, kept: states.seal({ state, nonce, verifier, next, until }).toString("base64url") };
    },
    finish: async ({ search, kept }, now) => {
      const before = begun.safeParse(states.open(Buffer.from(kept, "base64url"))).data;
      if (!before || before.until < now.getTime()) throw loginFault("login_expired");
      const back = new URL(`${settings.redirect}${search}`);
      const { claims, idToken } = await exchange(await discovered(), back, before);
      return {
        claims,
        subject: hashOf(`${String(claims.iss)}|${String(claims.sub)}`),
        login: hashOf(before.state),
        hint: hints.seal(idToken),
        next: before.next,
      };
    },
    leave: async (hint) => {
      const config = await discovered();
      if (!config.serverMetadata().end_session_endpoint) return null;
      const token = hint && hints.open(hint);
      return oidc.buildEndSessionUrl(config, {
        post_logout_redirect_uri: settings.afterwards,
        ...(typeof token === "string" ? { id_token_hint: token } : {}),
      });
    },
  };
}

/** The provider's own description, fetched once it is needed and kept; a failure is not kept. */
function discovery(settings: ProviderSettings): () => Promise<oidc.Configuration> {
  let found: Promise<oidc.Configuration> | null = null;
  const execute = [oidc.enableNonRepudiationChecks];
  if (new URL(settings.issuer).protocol === "http:") execute.push(oidc.allowInsecureRequests);
  const client = {
    redirect_uris: [settings.redirect],
    post_logout_redirect_uris: [settings.afterwards],
    [oidc.clockTolerance]: CLOCK_SECONDS,
  };
  const ask = (): Promise<oidc.Configuration> =>
    oidc.discovery(new URL(settings.issuer), settings.client, client, oidc.ClientSecretBasic(settings.secret), {
      execute,
      timeout: PATIENCE_SECONDS,
    });
  return () => {
    found ??= ask().catch((cause: unknown) => {
      found = null;
      throw loginFault("provider_down", cause);
    });
    return found;
  };
}

/** Trades the code for tokens, checks them, and adds what the provider tells about the user. */
async function exchange(
  config: oidc.Configuration,
  back: URL,
  before: z.infer<typeof begun>,
): Promise<{ claims: Record<string, unknown>; idToken: string | undefined }> {
  try {
    const tokens = await oidc.authorizationCodeGrant(config, back, {
      expectedState: before.state,
      expectedNonce: before.nonce,
      pkceCodeVerifier: before.verifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims) throw loginFault("login_refused");
    const told = config.serverMetadata().userinfo_endpoint
      ? await oidc.fetchUserInfo(config, tokens.access_token, claims.sub)
      : {};
    return { claims: { ...told, ...claims }, idToken: tokens.id_token };
  } catch (cause) {
    throw isLoginFault(cause) ? cause : faultOf(cause);
  }
}

/** What went wrong between us and the provider, as one of the few things a person can do something about. */
function faultOf(cause: unknown): LoginFault {
  if (cause instanceof oidc.AuthorizationResponseError) {
    return loginFault(cause.error === "access_denied" ? "login_denied" : "login_refused", cause);
  }
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  const answer = cause instanceof Error ? cause.cause : null;
  const isBroken = answer instanceof Response && answer.status >= 500;
  const isSilent = cause instanceof TypeError || code === "OAUTH_TIMEOUT" || code === "OAUTH_ABORT";
  return loginFault(isSilent || isBroken ? "provider_down" : "login_refused", cause);
}

function hashOf(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
