import type { FastifyReply } from "fastify";
import { z } from "zod";
import { endSession, isLoginFault, readSignIn } from "../../../platform/auth/public.ts";
import type { App, Desk } from "../desk.ts";
import { LOGIN_LIMIT } from "../limits.ts";
import { beginLogin, finishLogin } from "../log-in.ts";

/** A page of ours; anything else becomes the front page. */
const ownPage = z
  .string()
  .max(2000)
  .default("/")
  .transform((text) => (/^\/(?![/\\])/.test(text) ? text : "/"));

const sentOn = { 200: z.null().describe("Never: the browser is sent on to another page (302)") };

/** Log-in with the municipality's identity provider, and log-out. */
export function loginRoutes(app: App, desk: Desk): void {
  const { cookies, login, runtime } = desk;

  app.get(
    "/login",
    {
      config: LOGIN_LIMIT,
      schema: { summary: "Go to the identity provider", querystring: z.object({ til: ownPage }), response: sentOn },
    },
    async (request, reply) => {
      await sendOn(reply, async () => {
        const { to, kept } = await beginLogin(desk, request, request.query.til);
        cookies.login.set(reply, kept);
        return to.href;
      });
      return reply;
    },
  );

  app.get(
    "/login/callback",
    {
      config: LOGIN_LIMIT,
      schema: { summary: "Come back from the identity provider", querystring: z.looseObject({}), response: sentOn },
    },
    async (request, reply) => {
      await sendOn(reply, async () => {
        cookies.login.clear(reply);
        const { token, next } = await finishLogin(desk, request, cookies.login.of(request) ?? "");
        cookies.session.set(reply, token);
        return next;
      });
      return reply;
    },
  );

  app.post(
    "/logout",
    { schema: { summary: "Log out", response: { 200: z.strictObject({ leave: z.string() }) } } },
    async (request, reply) => {
      const token = cookies.session.of(request);
      cookies.session.clear(reply);
      if (!token) return { leave: "/" };
      const now = new Date();
      const signIn = await readSignIn(runtime.db, token, { now, limits: login });
      await endSession(runtime.db, token, now);
      return { leave: await wayOut(desk, signIn?.hint ?? null) };
    },
  );
}

/** Where the provider forgets somebody too. One that is down does not keep them from leaving here. */
async function wayOut({ login }: Desk, hint: Buffer | null): Promise<string> {
  if (!hint || !login.through) return "/";
  const out = await login.through.provider.leave(hint).catch(() => null);
  return out?.href ?? "/";
}

/** Sends the browser to a page, or to the log-in page with the reason why not. */
async function sendOn(reply: FastifyReply, page: () => Promise<string>): Promise<void> {
  const to = await page().catch((error: unknown) => {
    if (!isLoginFault(error)) throw error;
    return `/log-ind?fejl=${error.fault}`;
  });
  reply.redirect(to);
}
