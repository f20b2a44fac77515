import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { allowedTo, municipalityCalled, unitNames, unitsToday } from "../../organisation/public.ts";
import { endSession, type HeldRole, ROLES, type Session } from "../../platform/auth/public.ts";
import { inTenant } from "../../platform/db/public.ts";
import type { Desk } from "./desk.ts";

const municipality = z.strictObject({ code: z.string(), name: z.string() });
const unit = z.strictObject({ id: z.string(), name: z.string() });
/** A role, as the API names it. */
export const role = z.enum(ROLES);
/** Who is looking, and who they may be instead. */
export const sessionAnswer = z.strictObject({
  user: z
    .strictObject({
      role,
      label: z.string(),
      municipality,
      /** Names of the units the role is held for, when it is not the whole municipality. */
      units: z.array(z.string()),
      /** What the role may do, so that pages show nothing that would be refused. */
      may: z.array(z.string()),
    })
    .nullable(),
  /** Can a role be taken by choosing it? */
  demo: z.boolean(),
  /** Are all people made up that can be seen here? */
  synthetic: z.boolean(),
  /** Can one log in with the municipality's identity provider? */
  provider: z.boolean(),
  /** Whom to ask for access. */
  ask: z.strictObject({ da: z.string(), en: z.string() }).nullable(),
  /** The roles of the demo. */
  roles: z.array(role),
  /** The municipalities of the demo. */
  municipalities: z.array(municipality.extend({ units: z.array(unit) })),
  /** The roles the user holds and may change between. */
  held: z.array(z.strictObject({ role, municipality })),
});

type SessionAnswer = z.infer<typeof sessionAnswer>;

const named = (code: string): z.infer<typeof municipality> => ({
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
export async function answerTo(desk: Desk, session: Session | null, held: readonly HeldRole[]): Promise<SessionAnswer> {
  const demo = playable(desk);
  const { db } = desk.runtime;
  const places: SessionAnswer["municipalities"] = [];
  for (const code of demo) {
    const units = await inTenant(db, { municipality: code }, unitsToday);
    places.push({ ...named(code), units: units.map(({ id, name }) => ({ id, name })) });
  }
  const isSynthetic = (code: string): boolean =>
    desk.runtime.settings().municipalities.some((each) => each.code === code && each.synthetic);
  const { through } = desk.login;
  return {
    user: session && {
      role: session.role,
      label: session.user,
      municipality: named(session.municipality),
      units: namesIn(await inTenant(db, session, unitNames), session.units),
      may: [...allowedTo(session.role)],
    },
    demo: demo.length > 0,
    synthetic: session ? isSynthetic(session.municipality) : demo.length > 0,
    provider: through !== null,
    ask: through?.rules.ask ?? null,
    roles: demo.length > 0 ? [...ROLES] : [],
    municipalities: places,
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

/** What some units are called, each name once, in Danish order; units nobody knows are left out. */
function namesIn(names: ReadonlyMap<string, string>, units: readonly string[]): string[] {
  return [...new Set(units.flatMap((id) => names.get(id) ?? []))].toSorted((a, b) => a.localeCompare(b, "da"));
}
