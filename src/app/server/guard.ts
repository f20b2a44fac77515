import type { FastifyInstance, FastifyRequest } from "fastify";
import { refuse } from "./errors.ts";

/**
 * Deeds only come from our own pages or the command line. Three signs must agree: a header that other sites cannot add, the place
 * the browser says the page came from, and the browser's own word that it is the same site. The cookie is `SameSite` besides.
 */
export function guardDeeds(app: FastifyInstance, { origin }: { readonly origin: string | null }): void {
  app.addHook("onRequest", (request, _reply, done) => {
    const isDeed = !["GET", "HEAD", "OPTIONS"].includes(request.method);
    done(isDeed && !isOurs(request, origin) ? refuse(403, "wrong_origin") : undefined);
  });
}

function isOurs(request: FastifyRequest, origin: string | null): boolean {
  const { "x-springbraet": mark, origin: from, "sec-fetch-site": site } = request.headers;
  const own = origin ?? `${request.protocol}://${request.host}`;
  return mark === "1" && (from === undefined || from === own) && (site === undefined || site === "same-origin");
}
