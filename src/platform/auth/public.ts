export { ROLES, type Role } from "./role.ts";
export { ABSOLUTE_HOURS, createSession, endSession, IDLE_MINUTES, readSession, type Session } from "./sessions.ts";
