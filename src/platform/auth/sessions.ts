import { createHash, randomBytes } from "node:crypto";
import { type Database, inTenant, type Sees } from "../db/public.ts";
import type { HeldRole } from "./held-roles.ts";
import type { LoginSettings } from "./login-settings.ts";
import {
  addSession,
  countLiving,
  markEnded,
  type StoredSignIn,
  signInOf,
  useSession,
  wasSession,
} from "./queries/sessions.ts";
import type { Role } from "./role.ts";

/** Who somebody is: their role, what they are called in logs and notes, and their place in the organisation. */
export type Identity = {
  readonly municipality: string;
  readonly role: Role;
  readonly user: string;
  /** Their id among the staff; null when they are not staff. */
  readonly staff: string | null;
  /** The units they work for; `*` is the whole municipality. */
  readonly units: readonly string[];
};

/** Who is logged in. `sees` says whose records a transaction in this session may show: nobody's until a permission is asked for. */
export type Session = Identity & { readonly sees: Sees; readonly expires: Date };

/** How somebody logged in: who the provider says it is, which roles they hold, and what the provider wants back at log-out. */
export type SignIn = StoredSignIn & { readonly login: Buffer | null };

/** How long a session lasts at most, and unused. */
export type SessionLimits = Pick<LoginSettings, "idleMinutes" | "absoluteMinutes">;

/** When, and how long sessions last. */
export type At = { readonly now: Date; readonly limits: SessionLimits };

const TOKEN = /^(\d{4})\.([A-Za-z0-9_-]{43})$/;
const TOKEN_BYTES = 32;

type Begun = { readonly token: string; readonly session: Session };

/**
 * Begins a session and gives the token for the browser's cookie: the municipality, a point and 256 random bits. Only a hash of
 * it is stored. Null when the log-in has begun a session before. Without a sign-in it is the demo's, and belongs to this browser.
 */
export async function createSession(
  db: Database,
  { municipality, role, user, staff, units, ...how }: Identity & { readonly signIn?: SignIn; readonly until?: Date },
  { now, limits }: At,
): Promise<Begun | null> {
  const token = `${municipality}.${randomBytes(TOKEN_BYTES).toString("base64url")}`;
  const expires = how.until ?? after(now, limits.absoluteMinutes);
  const demo = { subject: randomBytes(TOKEN_BYTES), held: [], hint: null, login: null };
  const stored = { hash: hashOf(token), role, user, staff, units, now, expires, ...(how.signIn ?? demo) };
  const isNew = await inTenant(db, { municipality }, (tx) => addSession(tx, stored));
  return isNew ? { token, session: { municipality, role, user, staff, units, sees: "none", expires } } : null;
}

/** The living session of a token, and notes that it was used; null when there is none, it ended, expired or lay idle. */
export async function readSession(db: Database, token: string, { now, limits }: At): Promise<Session | null> {
  const municipality = municipalityOf(token);
  if (municipality === null) return null;
  const asked = { hash: hashOf(token), now, idleSince: idleSince(now, limits) };
  const found = await inTenant(db, { municipality }, (tx) => useSession(tx, asked));
  return found ? { municipality, ...found, sees: "none" } : null;
}

/** How the living session of a token began; null without one. */
export async function readSignIn(
  db: Database,
  token: string,
  { now, limits }: At,
): Promise<(StoredSignIn & Identity & { readonly expires: Date }) | null> {
  const municipality = municipalityOf(token);
  if (municipality === null) return null;
  const asked = { hash: hashOf(token), now, idleSince: idleSince(now, limits) };
  const found = await inTenant(db, { municipality }, (tx) => signInOf(tx, asked));
  return found && { municipality, ...found };
}

/**
 * Goes on in another of the roles the user holds, with a new token; the old one ends and the latest end stays. Null when there is
 * no such session or the role is not held.
 */
export async function switchRole(
  db: Database,
  asked: { readonly token: string; readonly to: Pick<HeldRole, "municipality" | "role"> },
  at: At,
): Promise<Begun | null> {
  const before = await readSignIn(db, asked.token, at);
  const held = before?.held.find(
    ({ municipality, role }) => municipality === asked.to.municipality && role === asked.to.role,
  );
  if (!before || !held) return null;
  const { user, staff, expires, subject, hint } = before;
  const signIn = { subject, held: before.held, hint, login: null };
  const begun = await createSession(db, { ...held, user, staff, signIn, until: expires }, at);
  await endSession(db, asked.token, at.now);
  return begun;
}

/** Ends the session of a token; nothing happens when there is none. */
export async function endSession(db: Database, token: string, now: Date): Promise<void> {
  const municipality = municipalityOf(token);
  if (municipality === null) return;
  await inTenant(db, { municipality }, (tx) => markEnded(tx, hashOf(token), now));
}

/** Is this a token nobody was ever given? One that has run out is not. */
export async function isMadeUp(db: Database, token: string): Promise<boolean> {
  const municipality = municipalityOf(token);
  if (municipality === null) return true;
  return !(await inTenant(db, { municipality }, (tx) => wasSession(tx, hashOf(token))));
}

/** How many sessions of a municipality live. */
export function countSessions(db: Database, municipality: string, { now, limits }: At): Promise<number> {
  return inTenant(db, { municipality }, (tx) => countLiving(tx, { now, idleSince: idleSince(now, limits) }));
}

/** What a token is stored as. */
export function hashOf(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}

/** Sessions not used since this moment have ended. */
export function idleSince(now: Date, { idleMinutes }: SessionLimits): Date {
  return after(now, -idleMinutes);
}

function municipalityOf(token: string): string | null {
  return TOKEN.exec(token)?.[1] ?? null;
}

function after(now: Date, minutes: number): Date {
  return new Date(now.getTime() + minutes * 60_000);
}
