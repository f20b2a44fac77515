import {
  choice,
  databaseAddress,
  hostName,
  type Kind,
  longSecret,
  mailAddress,
  proxies,
  safeAddress,
  text,
  trialDay,
  whole,
} from "./kinds.ts";

/** A variable of the environment: what it may say, and what holds when it says nothing. */
type Variable<T = unknown, Otherwise extends string | null = string | null> = {
  readonly kind: Kind<T>;
  readonly otherwise: Otherwise;
  /** A secret can also come from a file, named by `<NAME>_FILE`, and is never printed. */
  readonly secret?: true;
};

function variable<T>(kind: Kind<T>): Variable<T, null>;
function variable<T>(kind: Kind<T>, otherwise: string): Variable<T, string>;
function variable<T>(kind: Kind<T>, otherwise: string | null = null): Variable<T> {
  return { kind, otherwise };
}

function secret<T>(kind: Kind<T>): Variable<T, null> & { readonly secret: true } {
  return { kind, otherwise: null, secret: true };
}

/** Everything the environment may say. `docs/operations.md` has one row for each; a test holds it to that. */
export const VARIABLES = {
  SPRINGBRAET_MODE: variable(choice(["demo", "production"]), "demo"),
  SPRINGBRAET_DATA: variable(text, ".data"),
  DATABASE_URL: secret(databaseAddress),
  SPRINGBRAET_POOL: variable(whole(2, 200), "10"),
  SPRINGBRAET_CONNECT_SECONDS: variable(whole(1, 300), "10"),
  SPRINGBRAET_HOST: variable(hostName, "127.0.0.1"),
  PORT: variable(whole(0, 65_535), "3160"),
  SPRINGBRAET_URL: variable(safeAddress),
  SPRINGBRAET_TRUST_PROXY: variable(proxies),
  SPRINGBRAET_ACCESS: variable(text),
  SPRINGBRAET_OIDC_ISSUER: variable(safeAddress),
  SPRINGBRAET_OIDC_CLIENT: variable(text),
  SPRINGBRAET_OIDC_SECRET: secret(longSecret),
  SPRINGBRAET_OIDC_SCOPE: variable(text, "openid profile"),
  SPRINGBRAET_SESSION_IDLE_MINUTES: variable(whole(1, 100_000), "60"),
  SPRINGBRAET_SESSION_HOURS: variable(whole(1, 24), "12"),
  SPRINGBRAET_REQUESTS_PER_MINUTE: variable(whole(1, 100_000), "1200"),
  SPRINGBRAET_LOG_LOOKS_MONTHS: variable(whole(1, 120), "6"),
  SPRINGBRAET_LOG_CHANGES_MONTHS: variable(whole(1, 600), "60"),
  SPRINGBRAET_SENDERS: variable(text),
  SPRINGBRAET_OUTBOX: variable(text),
  SPRINGBRAET_MAIL_URL: secret(mailAddress),
  SPRINGBRAET_KEYS: secret(text),
  SPRINGBRAET_REQUEST_SECONDS: variable(whole(1, 3600), "60"),
  SPRINGBRAET_ANSWER_SECONDS: variable(whole(1, 3600), "120"),
  SPRINGBRAET_STOP_SECONDS: variable(whole(1, 600), "20"),
  SPRINGBRAET_LEASE_SECONDS: variable(whole(2, 3600), "30"),
  SPRINGBRAET_LOG_LEVEL: variable(choice(["fatal", "error", "warn", "info", "debug", "silent"]), "info"),
  SPRINGBRAET_METRICS_PORT: variable(whole(1, 65_535)),
  SPRINGBRAET_METRICS_HOST: variable(hostName, "127.0.0.1"),
  SPRINGBRAET_TODAY: variable(trialDay),
} as const satisfies Readonly<Record<string, Variable>>;

export type VariableName = keyof typeof VARIABLES;

/** Names in a stable order. */
export const NAMES = Object.keys(VARIABLES) as readonly VariableName[];

/** What one variable holds once it is read. */
export type Value<Name extends VariableName> = (typeof VARIABLES)[Name] extends Variable<infer T> ? T : never;
