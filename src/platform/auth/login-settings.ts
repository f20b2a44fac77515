import { z } from "zod";
import { namedError } from "../db/public.ts";
import { fill } from "../texts/catalogue.ts";
import { da } from "./texts.da.ts";
import { en } from "./texts.en.ts";

const optional = <T extends z.ZodType>(value: T) =>
  z.preprocess((given) => (given === "" ? undefined : given), value.optional());
const minutes = z.coerce.number().int().min(1).max(100_000);

/** An address that is encrypted on the way, or on this machine. */
const safeAddress = z.url({ protocol: /^https?$/ }).refine((text) => isSafe(new URL(text)));

/** What the environment may say about log-in and sessions. */
export const loginEnvironment = z.object({
  SPRINGBRAET_MODE: optional(z.enum(["demo", "production"])),
  SPRINGBRAET_URL: optional(safeAddress),
  SPRINGBRAET_ACCESS: optional(z.string()),
  SPRINGBRAET_OIDC_ISSUER: optional(safeAddress),
  SPRINGBRAET_OIDC_CLIENT: optional(z.string()),
  SPRINGBRAET_OIDC_SECRET: optional(z.string().min(16)),
  SPRINGBRAET_OIDC_SCOPE: optional(z.string().regex(/\bopenid\b/)),
  SPRINGBRAET_SESSION_IDLE_MINUTES: optional(minutes),
  SPRINGBRAET_SESSION_HOURS: optional(z.coerce.number().int().min(1).max(24)),
  SPRINGBRAET_REQUESTS_PER_MINUTE: optional(minutes),
});

/** How we are known to the identity provider. */
export type ProviderSettings = {
  readonly issuer: string;
  readonly client: string;
  readonly secret: string;
  readonly scope: string;
  /** The one address the provider may send a browser back to. */
  readonly redirect: string;
  /** The page after log-out. */
  readonly afterwards: string;
};

/** How people log in, and for how long. */
export type LoginSettings = {
  /** In production nobody takes a role by choosing it, whatever the data folder says. */
  readonly mode: "demo" | "production";
  /** Scheme, host and port people use; null when it is the one the request came to. */
  readonly origin: string | null;
  readonly idleMinutes: number;
  readonly absoluteMinutes: number;
  readonly requestsPerMinute: number;
  readonly provider: ProviderSettings | null;
  /** The file that says whom the provider's claims make somebody; null without a provider. */
  readonly access: string | null;
};

/** What holds when the environment says nothing: the demo. */
export const DEMO_LOGIN: LoginSettings = {
  mode: "demo",
  origin: null,
  idleMinutes: 60,
  absoluteMinutes: 12 * 60,
  requestsPerMinute: 1200,
  provider: null,
  access: null,
};

const PROVIDER = [
  "SPRINGBRAET_OIDC_ISSUER",
  "SPRINGBRAET_OIDC_CLIENT",
  "SPRINGBRAET_OIDC_SECRET",
  "SPRINGBRAET_URL",
  "SPRINGBRAET_ACCESS",
] as const;

/**
 * Reads how people log in. Throws `login_setting` for a value that cannot be, and `login_incomplete` when production mode, or a
 * provider that is named by halves, lacks something: it names every variable that is missing.
 */
export function readLoginSettings(env: Readonly<Record<string, string | undefined>>): LoginSettings {
  const read = loginEnvironment.safeParse(env);
  if (!read.success) {
    const names = [...new Set(read.error.issues.map(({ path }) => String(path[0])))].join(", ");
    throw named("login_setting", names);
  }
  const said = read.data;
  const mode = said.SPRINGBRAET_MODE ?? DEMO_LOGIN.mode;
  const wanted = mode === "production" || PROVIDER.slice(0, 3).some((name) => said[name] !== undefined);
  const missing = wanted ? PROVIDER.filter((name) => said[name] === undefined) : [];
  if (missing.length > 0) throw named("login_incomplete", missing.join(", "));
  const hours = said.SPRINGBRAET_SESSION_HOURS;
  const origin = said.SPRINGBRAET_URL ? new URL(said.SPRINGBRAET_URL).origin : null;
  return {
    mode,
    origin,
    idleMinutes: said.SPRINGBRAET_SESSION_IDLE_MINUTES ?? DEMO_LOGIN.idleMinutes,
    absoluteMinutes: hours === undefined ? DEMO_LOGIN.absoluteMinutes : hours * 60,
    requestsPerMinute: said.SPRINGBRAET_REQUESTS_PER_MINUTE ?? DEMO_LOGIN.requestsPerMinute,
    provider: wanted ? providerOf(said) : null,
    access: wanted ? (said.SPRINGBRAET_ACCESS ?? null) : null,
  };
}

function providerOf(said: z.infer<typeof loginEnvironment>): ProviderSettings {
  const origin = new URL(said.SPRINGBRAET_URL ?? "").origin;
  return {
    issuer: said.SPRINGBRAET_OIDC_ISSUER ?? "",
    client: said.SPRINGBRAET_OIDC_CLIENT ?? "",
    secret: said.SPRINGBRAET_OIDC_SECRET ?? "",
    scope: said.SPRINGBRAET_OIDC_SCOPE ?? "openid profile",
    redirect: `${origin}/api/v1/login/callback`,
    afterwards: `${origin}/log-ind`,
  };
}

function isSafe({ protocol, hostname }: URL): boolean {
  return protocol === "https:" || ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
}

function named(code: "login_setting" | "login_incomplete", names: string): Error {
  return namedError(code, { da: fill(da[code], { names }), en: fill(en[code], { names }) });
}
