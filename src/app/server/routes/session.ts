import { z } from "zod";
import { allowedTo, municipalityCalled } from "../../../organisation/public.ts";
import { createSession, endSession, ROLES, type Session } from "../../../platform/auth/public.ts";
import { COOKIE } from "../access.ts";
import type { App, Desk } from "../desk.ts";
import { refuse } from "../errors.ts";

const municipality = z.strictObject({ code: z.string(), name: z.string() });
const role = z.enum(ROLES);
const sessionAnswer = z.strictObject({
  user: z
    .strictObject({
      role,
      label: z.string(),
      municipality,
      /** What the role may do, so that pages show nothing that would be refused. */
      may: z.array(z.string()),
    })
    .nullable(),
  demo: z.boolean(),
  roles: z.array(role),
  municipalities: z.array(municipality),
});

type SessionAnswer = z.infer<typeof sessionAnswer>;

/** Who is looking; taking a role in the demo; leaving. */
export function sessionRoutes(app: App, { runtime, access }: Desk): void {
  const named = (code: string): SessionAnswer["municipalities"][number] => ({
    code,
    name: municipalityCalled(code).name,
  });
  const answer = (session: Session | null): SessionAnswer => ({
    user: session && {
      role: session.role,
      label: session.user,
      municipality: named(session.municipality),
      may: [...allowedTo(session.role)],
    },
    demo: runtime.settings().municipalities.some(({ synthetic }) => synthetic),
    roles: [...ROLES],
    municipalities: runtime
      .settings()
      .municipalities.filter(({ synthetic }) => synthetic)
      .map(({ code }) => named(code)),
  });

  app.get("/session", { schema: { summary: "Who is logged in", response: { 200: sessionAnswer } } }, async (request) =>
    answer(await access.find(request)),
  );

  app.post(
    "/session",
    {
      schema: {
        summary: "Take a role in the demo",
        body: z.strictObject({ role, municipality: z.string() }),
        response: { 200: sessionAnswer },
      },
    },
    async (request, reply) => {
      const { code } = municipalityCalled(request.body.municipality);
      const found = runtime.settings().municipalities.find((candidate) => candidate.code === code);
      if (!found?.synthetic) throw refuse(403, "no_demo");
      const { role } = request.body;
      const who = { municipality: code, role, user: `demo-${role}`, staff: null, units: ["*"] };
      const { token, session } = await createSession(runtime.db, who, new Date());
      reply.setCookie(COOKIE, token, {
        httpOnly: true,
        sameSite: "strict",
        path: "/",
        secure: request.protocol === "https",
      });
      return answer(session);
    },
  );

  app.delete(
    "/session",
    { schema: { summary: "Log out", response: { 200: sessionAnswer } } },
    async (request, reply) => {
      const token = request.cookies[COOKIE];
      if (token) await endSession(runtime.db, token, new Date());
      reply.clearCookie(COOKIE, { path: "/" });
      return answer(null);
    },
  );
}
