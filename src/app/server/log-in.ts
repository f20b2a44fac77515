import type { FastifyRequest } from "fastify";
import {
  createSession,
  endSession,
  forgetFailures,
  isLockedOut,
  isLoginFault,
  type LoginSettings,
  loginFault,
  noteFailure,
  personOf,
  providerOf,
  readAccessRules,
} from "../../platform/auth/public.ts";
import type { Desk, Login } from "./desk.ts";
import { refuse } from "./errors.ts";

/** Makes the settings ready for use: reads the access file, so that a mistake in it is told at the start and not at a log-in. */
export function openLogin(settings: LoginSettings): Login {
  const { provider, access } = settings;
  const through =
    provider && access !== null ? { provider: providerOf(provider), rules: readAccessRules(access) } : null;
  return { ...settings, through };
}

/** Sends somebody to the provider. Throws a login fault. */
export async function beginLogin(
  desk: Desk,
  request: FastifyRequest,
  next: string,
): Promise<{ readonly to: URL; readonly kept: string }> {
  const now = new Date();
  if (await isLockedOut(desk.runtime.db, { address: request.ip }, now)) throw loginFault("locked_out");
  return throughOf(desk).provider.begin(next, now);
}

/** Lets somebody in who comes back from the provider, in the first of their roles. Throws a login fault; each counts. */
export async function finishLogin(
  desk: Desk,
  request: FastifyRequest,
  kept: string,
): Promise<{ readonly token: string; readonly next: string }> {
  const { db } = desk.runtime;
  const address = { address: request.ip };
  const now = new Date();
  if (await isLockedOut(db, address, now)) throw loginFault("locked_out");
  try {
    return await letIn(desk, request, kept);
  } catch (error) {
    const isTheirs = isLoginFault(error) && !["provider_down", "login_denied"].includes(error.fault);
    if (isTheirs) await noteFailure(db, address, now);
    throw error;
  }
}

async function letIn(desk: Desk, request: FastifyRequest, kept: string): Promise<{ token: string; next: string }> {
  const { db } = desk.runtime;
  const { provider, rules } = throughOf(desk);
  const now = new Date();
  const search = new URL(request.url, "http://localhost").search;
  const { claims, subject, login, hint, next } = await provider.finish({ search, kept }, now);
  if (await isLockedOut(db, { subject }, now)) throw loginFault("locked_out");
  const { user, staff, held } = personOf(claims, rules);
  const [first] = held;
  if (!first) {
    await noteFailure(db, { subject }, now);
    throw loginFault("no_role");
  }
  const who = { ...first, user, staff, signIn: { subject, held, login, hint } };
  const begun = await createSession(db, who, { now, limits: desk.login });
  if (!begun) throw loginFault("login_refused");
  const before = desk.cookies.session.of(request);
  if (before) await endSession(db, before, now);
  await forgetFailures(db, subject);
  return { token: begun.token, next };
}

function throughOf({ login }: Desk): NonNullable<Login["through"]> {
  if (!login.through) throw refuse(404, "not_found");
  return login.through;
}
