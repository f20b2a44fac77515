/** Why somebody could not log in; the page for it says what to do. */
export const LOGIN_FAULTS = [
  "provider_down",
  "login_expired",
  "login_denied",
  "login_refused",
  "no_role",
  "locked_out",
] as const;

/** A log-in that did not succeed, with its reason. */
export type LoginFault = Error & { readonly fault: (typeof LOGIN_FAULTS)[number] };

/** Makes the error of a log-in that did not succeed. */
export function loginFault(fault: LoginFault["fault"], cause?: unknown): LoginFault {
  return Object.assign(new Error(fault, { cause }), { fault });
}

/** Is this a log-in that did not succeed? */
export function isLoginFault(error: unknown): error is LoginFault {
  return error instanceof Error && "fault" in error;
}
