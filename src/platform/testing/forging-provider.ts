import { createSign, generateKeyPairSync, type KeyObject } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { CLIENT } from "./identity-provider.ts";

/** What is wrong with the ID tokens of a forging provider. */
export type Forgery = {
  readonly claims?: Readonly<Record<string, unknown>>;
  /** Signs with a key that the provider does not publish. */
  readonly strangeKey?: boolean;
  /** Says that it is not signed at all. */
  readonly unsigned?: boolean;
  /** How the token endpoint answers instead. */
  readonly status?: number;
};

/** A provider that answers every code with an ID token as wrong as a test wants it. */
export type ForgingProvider = {
  readonly issuer: string;
  readonly forge: (nonce: string, forgery: Forgery) => void;
  readonly close: () => Promise<void>;
};

/** Starts a provider that forges. Without a forgery its tokens are good, which shows that the refusals are about the forgery. */
export async function startForgingProvider(port = 0): Promise<ForgingProvider> {
  const own = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const strange = generateKeyPairSync("rsa", { modulusLength: 2048 });
  let next: { nonce: string; forgery: Forgery } = { nonce: "", forgery: {} };
  const server = createServer((request, response) => {
    const issuer = `http://${request.headers.host}`;
    const send = (body: unknown, status = 200): void => {
      response.writeHead(status, { "content-type": "application/json" });
      response.end(JSON.stringify(body));
    };
    if (request.url === "/.well-known/openid-configuration") return send(descriptionOf(issuer));
    if (request.url === "/keys") {
      return send({ keys: [{ ...own.publicKey.export({ format: "jwk" }), kid: "1", use: "sig", alg: "RS256" }] });
    }
    const { nonce, forgery } = next;
    if (forgery.status) return send({ error: "server_error" }, forgery.status);
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: issuer, sub: "1", aud: CLIENT.id, iat: now, exp: now + 60, nonce, ...forgery.claims };
    const key = forgery.strangeKey ? strange.privateKey : own.privateKey;
    return send({ access_token: "x", token_type: "bearer", id_token: signed(claims, forgery.unsigned ? null : key) });
  });
  await new Promise<void>((listening) => server.listen(port, "127.0.0.1", listening));
  return {
    issuer: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    forge: (nonce, forgery) => {
      next = { nonce, forgery };
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(() => done()));
    },
  };
}

function descriptionOf(issuer: string): Record<string, unknown> {
  return {
    issuer,
    authorization_endpoint: `${issuer}/auth`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/keys`,
    response_types_supported: ["code"],
    subject_types_supported: ["public"],
    id_token_signing_alg_values_supported: ["RS256"],
  };
}

function signed(claims: unknown, key: KeyObject | null): string {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  const text = `${part(key ? { alg: "RS256", kid: "1" } : { alg: "none" })}.${part(claims)}`;
  return `${text}.${key ? createSign("RSA-SHA256").update(text).sign(key).toString("base64url") : ""}`;
}
