import { z } from "zod";
import { municipalityCalled } from "../../../organisation/public.ts";
import { endOwnSessions, ownSessions, readSignIn, switchRole } from "../../../platform/auth/public.ts";
import type { App, Desk } from "../desk.ts";
import { refuse } from "../errors.ts";
import { answerTo, goOnIn, role, sessionAnswer } from "../session-answer.ts";

const ownSession = z.strictObject({
  municipality: z.string(),
  role,
  created: z.iso.datetime(),
  lastSeen: z.iso.datetime(),
  expires: z.iso.datetime(),
  isThis: z.boolean(),
});

/** Where one is logged in, logging out everywhere, and changing between the roles one holds. */
export function ownSessionRoutes(app: App, desk: Desk): void {
  const { runtime, access, cookies, login } = desk;
  app.get(
    "/sessions",
    {
      schema: {
        summary: "One's own sessions",
        response: { 200: z.strictObject({ sessions: z.array(ownSession) }) },
      },
    },
    async (request) => {
      await access.session(request);
      const token = cookies.session.of(request) ?? "";
      const found = await ownSessions(runtime.db, { token, now: new Date(), limits: login });
      const iso = (at: Date): string => at.toISOString();
      return {
        sessions: found.map(({ municipality, role, created, lastSeen, expires, isThis }) => ({
          municipality: municipalityCalled(municipality).name,
          role,
          created: iso(created),
          lastSeen: iso(lastSeen),
          expires: iso(expires),
          isThis,
        })),
      };
    },
  );

  app.delete(
    "/sessions",
    { schema: { summary: "Log out everywhere", response: { 200: z.strictObject({ ended: z.literal(true) }) } } },
    async (request, reply) => {
      await access.session(request);
      const token = cookies.session.of(request) ?? "";
      await endOwnSessions(runtime.db, { token, now: new Date(), limits: login });
      cookies.session.clear(reply);
      return { ended: true as const };
    },
  );

  app.post(
    "/session/role",
    {
      schema: {
        summary: "Change to another role one holds",
        body: z.strictObject({ role, municipality: z.string() }),
        response: { 200: sessionAnswer },
      },
    },
    async (request, reply) => {
      await access.session(request);
      const token = cookies.session.of(request) ?? "";
      const { code } = municipalityCalled(request.body.municipality);
      const at = { now: new Date(), limits: login };
      const signIn = await readSignIn(runtime.db, token, at);
      const to = { role: request.body.role, municipality: code };
      const begun = await switchRole(runtime.db, { token, to }, at);
      if (!begun) throw refuse(403, "not_held");
      await goOnIn(desk, { request, reply }, begun.token);
      return answerTo(desk, begun.session, signIn?.held ?? []);
    },
  );
}
