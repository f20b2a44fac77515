import { queryOptions } from "@tanstack/react-query";
import { get, post, remove } from "../../platform/ui/api.ts";

/** The roles a reader of the demo can take. */
export type Role =
  | "analyst"
  | "manager"
  | "caseworker"
  | "consultant"
  | "committee"
  | "data_protection"
  | "administrator";

type Municipality = { readonly code: string; readonly name: string };

/** A role the reader holds and may change to. */
export type HeldRole = { readonly role: Role; readonly municipality: Municipality };

/** Who is looking, and which roles and municipalities can be chosen. */
export type Session = {
  readonly user: {
    readonly role: Role;
    readonly label: string;
    readonly municipality: Municipality;
    /** The units the role is held for, when it is not the whole municipality. */
    readonly units: readonly string[];
    /** What the role may do, such as `citizen.list`. */
    readonly may: readonly string[];
  } | null;
  /** Can a role be taken by choosing it? */
  readonly demo: boolean;
  /** Are all people made up that can be seen here? */
  readonly synthetic: boolean;
  /** Can one log in with the municipality's identity provider? */
  readonly provider: boolean;
  /** Whom to ask for access. */
  readonly ask: { readonly da: string; readonly en: string } | null;
  readonly roles: readonly Role[];
  readonly municipalities: readonly (Municipality & {
    readonly units: readonly { readonly id: string; readonly name: string }[];
  })[];
  readonly held: readonly HeldRole[];
};

/** Where the reader is logged in. */
type OwnSessions = {
  readonly sessions: readonly {
    readonly municipality: string;
    readonly role: Role;
    readonly created: string;
    readonly lastSeen: string;
    readonly expires: string;
    readonly isThis: boolean;
  }[];
};

/** The plans there are, with today and the day figures are shown for when no other is asked. */
export type Plans = {
  readonly plans: readonly {
    readonly id: string;
    readonly title: { readonly da: string; readonly en: string };
    readonly municipality: string;
    readonly from: string;
    readonly to: string;
  }[];
  readonly today: string;
  readonly defaultAsOf: string;
};

/** Reads the session. */
export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: ({ signal }) => get<Session>("/session", {}, signal),
  staleTime: Number.POSITIVE_INFINITY,
});

/** Reads the plans. */
export const plansQuery = queryOptions({
  queryKey: ["plans"],
  queryFn: ({ signal }) => get<Plans>("/plans", {}, signal),
});

/** Takes a role in a municipality, or in one of its units. */
export function takeRole(role: Role, place: { municipality: string; unit: string }): Promise<Session> {
  const { municipality, unit } = place;
  return post<Session>("/session", { role, municipality, ...(unit === "" ? {} : { unit }) });
}

/** Changes to another role the reader holds. */
export function changeRole(role: Role, municipality: string): Promise<Session> {
  return post<Session>("/session/role", { role, municipality });
}

/** Reads where the reader is logged in. */
export const ownSessionsQuery = queryOptions({
  queryKey: ["own-sessions"],
  queryFn: ({ signal }) => get<OwnSessions>("/sessions", {}, signal),
  staleTime: 0,
});

/** Logs out, and says where the browser is to go. */
export function logOut(): Promise<{ readonly leave: string }> {
  return post<{ readonly leave: string }>("/logout");
}

/** Logs out everywhere. */
export function endEverySession(): Promise<unknown> {
  return remove<unknown>("/sessions");
}
