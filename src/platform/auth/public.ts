export { type AccessRules, readAccessRules } from "./access-rules.ts";
export { type HeldRole, personOf } from "./held-roles.ts";
export { dropFailures, forgetFailures, isLockedOut, noteFailure } from "./lock-out.ts";
export { isLoginFault, loginFault } from "./login-fault.ts";
export { DEMO_LOGIN, type LoginSettings, loginEnvironment, readLoginSettings } from "./login-settings.ts";
export { LOGIN_MINUTES, type Provider, providerOf } from "./oidc.ts";
export { endOwnSessions, ownSessions } from "./own-sessions.ts";
export { knownUsers } from "./queries/sessions.ts";
export { ROLES, type Role } from "./role.ts";
export {
  countSessions,
  createSession,
  endSession,
  isMadeUp,
  readSession,
  readSignIn,
  type Session,
  type SessionLimits,
  switchRole,
} from "./sessions.ts";
