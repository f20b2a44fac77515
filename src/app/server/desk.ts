import type { AccessRules, LoginSettings, Provider } from "../../platform/auth/public.ts";
import type { Operations } from "../operations.ts";
import type { Runtime } from "../runtime-type.ts";
import type { Access } from "./access.ts";
import type { Cookies } from "./cookies.ts";

export type { App } from "./app-type.ts";

/** How people log in; without a provider only the demo's role choice is left, and in production not even that. */
export type Login = LoginSettings & {
  readonly through: { readonly provider: Provider; readonly rules: AccessRules } | null;
};

/** What the routes work with. */
export type Desk = Operations & {
  readonly runtime: Runtime;
  readonly access: Access;
  readonly cookies: Cookies;
  readonly login: Login;
  /** Secret of the command line on this machine. */
  readonly localToken: string;
};
