import { queryOptions } from "@tanstack/react-query";
import { get, post } from "../../platform/ui/api.ts";

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

/** Who is looking, and which roles and municipalities can be chosen. */
export type Session = {
  readonly user: {
    readonly role: Role;
    readonly municipality: Municipality;
    /** What the role may do, such as `citizen.list`. */
    readonly may: readonly string[];
  } | null;
  readonly demo: boolean;
  readonly roles: readonly Role[];
  readonly municipalities: readonly Municipality[];
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

/** Takes a role in a municipality. */
export function takeRole(role: Role, municipality: string): Promise<Session> {
  return post<Session>("/session", { role, municipality });
}
