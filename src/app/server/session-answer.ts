import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { allowedTo, municipalityCalled } from "../../organisation/public.ts";
import { endSession, type HeldRole, ROLES, type Session } from "../../platform/auth/public.ts";
import type { Desk } from "./desk.ts";

const municipality = z.strictObject({ code: z.string(), name: z.string() });
/** A role, as the API names it. */
export const role = z.enum(ROLES);
/** Who is looking, and who they may be instead. */
export const sessionAnswer = z.strictObject({
  user: z
    .strictObject({
      role,
      label: z.string(),
      municipality,
      /** What the role may do, so that pages show nothing that would be refused. */
      may: z.array(z.string()),
    })
    .nullable(),
  /** Can a role be taken by choosing it? */
  demo: z.boolean(),
  /** Can one log in with the municipality's identity provider? */
  provider: z.boolean(),
  /** Whom to ask for access. */
  ask: z.strictObject({ da: z.string(), en: z.string() }).nullable(),
  /** The roles of the demo. */
  roles: z.array(role),
  /** The municipalities of the demo. */
  municipalities: z.array(municipality),
  /** The roles the user holds and may change between. */
  held: z.array(z.strictObject({ role, municipality })),
});

type SessionAnswer = z.infer<typeof sessionAnswer>;

const named = (code: string): SessionAnswer["municipalities"][number] => ({
  code,
  name: municipalityCalled(code).name,
});

/** The municipalities whose roles may be had for the asking: made-up ones, and in production none. */
export function playable({ login, runtime }: Desk): readonly string[] {
  if (login.mode === "production") return [];
  const { municipalities } = runtime.settings();
  return municipalities.filter(({ synthetic }) => synthetic).map(({ code }) => code);
}

/** What a page is told about a session, or about none. */
export function answerTo(desk: Desk, session: Session | null, held: readonly HeldRole[]): SessionAnswer {
  const demo = playable(desk);
  const { through } = desk.login;
  return {
    user: session && {
      role: session.role,
      label: session.user,
      municipality: named(session.municipality),
      may: [...allowedTo(session.role)],
    },
    demo: demo.length > 0,
    provider: through !== null,
    ask: through?.rules.ask ?? null,
    roles: demo.length > 0 ? [...ROLES] : [],
    municipalities: demo.map(named),
    held: held.map((each) => ({ role: each.role, municipality: named(each.municipality) })),
  };
}

/** Goes on in another session: the one before ends, so that whoever knew its token knows nothing. */
export async function goOnIn(
  desk: Desk,
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
  token: string,
): Promise<void> {
  const before = desk.cookies.session.of(request);
  if (before) await endSession(desk.runtime.db, before, new Date());
  desk.cookies.session.set(reply, token);
}
