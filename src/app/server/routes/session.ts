import { z } from "zod";
import { municipalityCalled } from "../../../organisation/public.ts";
import { createSession, readSignIn } from "../../../platform/auth/public.ts";
import { demoPlace } from "../demo-place.ts";
import type { App, Desk } from "../desk.ts";
import { refuse } from "../errors.ts";
import { answerTo, goOnIn, playable, role, sessionAnswer } from "../session-answer.ts";

/** Who is looking; taking a role in the demo. */
export function sessionRoutes(app: App, desk: Desk): void {
  const { runtime, access, cookies, login } = desk;
  const at = () => ({ now: new Date(), limits: login });

  app.get(
    "/session",
    { schema: { summary: "Who is logged in", response: { 200: sessionAnswer } } },
    async (request) => {
      const session = await access.find(request);
      const token = cookies.session.of(request);
      const signIn = session && token ? await readSignIn(runtime.db, token, at()) : null;
      return answerTo(desk, session, signIn?.held ?? []);
    },
  );

  app.post(
    "/session",
    {
      schema: {
        summary: "Take a role in the demo",
        body: z.strictObject({ role, municipality: z.string(), unit: z.string().max(100).optional() }),
        response: { 200: sessionAnswer },
      },
    },
    async (request, reply) => {
      const { code } = municipalityCalled(request.body.municipality);
      if (!playable(desk).includes(code)) throw refuse(403, "no_demo");
      const { role, unit = null } = request.body;
      const place = await demoPlace(runtime.db, { municipality: code, role, unit });
      const who = { municipality: code, role, user: `demo-${role}`, ...place };
      const begun = await createSession(runtime.db, who, at());
      if (!begun) throw refuse(500, "unexpected");
      await goOnIn(desk, { request, reply }, begun.token);
      return answerTo(desk, begun.session, []);
    },
  );
}
