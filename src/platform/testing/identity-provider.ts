import { generateKeyPairSync, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import Provider, { type Adapter, type AdapterPayload } from "oidc-provider";

/** The claims of each user of a test's identity provider, by the name they type in. */
export type Users = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** A real OpenID Connect provider with a page to log in on. */
export type IdentityProvider = {
  readonly issuer: string;
  readonly close: () => Promise<void>;
};

/** The client the provider knows. */
export const CLIENT = { id: "springbraet", secret: "a secret of the tests only, 1234" } as const;

/** Starts a provider on a free port, for a client at an address. Everybody's password is their name. */
export async function startIdentityProvider(options: {
  readonly origin: string;
  readonly users: Users;
}): Promise<IdentityProvider> {
  const { users, origin } = options;
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const names = [...new Set(Object.values(users).flatMap((claims) => Object.keys(claims)))];
  const provider = new Provider(issuer, {
    adapter: memory(),
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [`${origin}/api/v1/login/callback`],
        post_logout_redirect_uris: [`${origin}/log-ind`],
      },
    ],
    claims: { openid: ["sub"], profile: names },
    cookies: { keys: [randomUUID()] },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: true, logoutSource: askToLogOut } },
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ ...users[id], sub: id }) }),
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    jwks: { keys: [{ ...privateKey.export({ format: "jwk" }), use: "sig", alg: "RS256" }] },
    loadExistingGrant: async (context) => {
      const { client, session } = context.oidc;
      const grant = new context.oidc.provider.Grant({
        ...(client ? { clientId: client.clientId } : {}),
        ...(session?.accountId ? { accountId: session.accountId } : {}),
      });
      grant.addOIDCScope("openid profile");
      await grant.save();
      return grant;
    },
    pkce: { required: () => true },
    renderError: (context, { error }) => {
      context.type = "html";
      context.body = `<!doctype html><title>Fejl</title><h1>${error}</h1>`;
    },
    ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
  });
  const answer = provider.callback();
  server.on("request", (request, response) => {
    if (request.url?.startsWith("/interaction/")) void interact(provider, users, { request, response });
    else void answer(request, response);
  });
  return { issuer, close: () => closed(server) };
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((done) => server.close(() => done()));
}

type Exchange = { readonly request: IncomingMessage; readonly response: ServerResponse };

/** The provider's own page: a form, and back with the user, or with a refusal when the user gives up. */
async function interact(provider: Provider, users: Users, { request, response }: Exchange): Promise<void> {
  if (request.method === "GET") {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(FORM);
    return;
  }
  let body = "";
  for await (const chunk of request) body += String(chunk);
  const given = new URLSearchParams(body);
  const name = given.get("name") ?? "";
  const isKnown = Object.hasOwn(users, name) && given.get("password") === name;
  const result = isKnown
    ? { login: { accountId: name } }
    : { error: "access_denied", error_description: "the user gave up" };
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
}

const FORM = `<!doctype html><html lang="da"><title>Kommunens log-ind</title><h1>Kommunens log-ind</h1><form method="post">
<label>Navn <input name="name"></label><label>Kodeord <input name="password" type="password"></label>
<button>Log ind</button></form></html>`;

function askToLogOut(context: { type: string; body: unknown }, form: string): void {
  context.type = "html";
  context.body = `<!doctype html><title>Log ud</title><h1>Log ud?</h1>${form}<button form="op.logoutForm" name="logout" value="yes">Ja</button>`;
}

const done = (_work?: unknown): Promise<void> => Promise.resolve();

/** What the provider remembers, for as long as it runs. */
function memory(): (kind: string) => Adapter {
  const all = new Map<string, AdapterPayload>();
  return (kind) => {
    const at = (id: string): string => `${kind}:${id}`;
    const find = (id: string) => Promise.resolve(all.get(at(id)));
    const where = (key: "uid" | "userCode", value: string) =>
      Promise.resolve([...all].find(([id, payload]) => id.startsWith(`${kind}:`) && payload[key] === value)?.[1]);
    return {
      upsert: (id, payload) => done(all.set(at(id), payload)),
      find,
      findByUid: (uid) => where("uid", uid),
      findByUserCode: (code) => where("userCode", code),
      destroy: (id) => done(all.delete(at(id))),
      revokeByGrantId: (grant) => {
        for (const [id, payload] of all) if (payload.grantId === grant) all.delete(id);
        return done();
      },
      consume: (id) => {
        const found = all.get(at(id));
        return done(found && Object.assign(found, { consumed: Math.floor(Date.now() / 1000) }));
      },
    };
  };
}
