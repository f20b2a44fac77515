export { ROLES, type Role } from "./role.ts";
export { createSession, endSession, readSession, type Session } from "./sessions.ts";
