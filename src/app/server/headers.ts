import type { FastifyInstance } from "fastify";

/** What every answer tells the browser: nothing from elsewhere, nothing inline, in nobody's frame, no address passed on. */
const ALWAYS = {
  "content-security-policy":
    "default-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "permissions-policy": "camera=(), microphone=(), geolocation=()",
} as const;

/** Two years, as browsers ask. */
const HSTS = { "strict-transport-security": "max-age=63072000" } as const;

/** The API answers about people: no answer of it is kept by anybody on the way. */
const UNKEPT = { "cache-control": "no-store" } as const;

/** Sets the headers of every answer; with an encrypted address, browsers are told to come no other way. */
export function setHeaders(app: FastifyInstance, { encrypted }: { readonly encrypted: boolean }): void {
  app.addHook("onRequest", (request, reply, done) => {
    reply.headers(ALWAYS);
    if (encrypted) reply.headers(HSTS);
    if (request.url.startsWith("/api/")) reply.headers(UNKEPT);
    done();
  });
}
