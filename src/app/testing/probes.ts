import type { Permission } from "../../organisation/public.ts";
import type { Answer, Visitor } from "./visitor.ts";

/** A way to try a permission at the real server: a route that asks for it, called as somebody who has all else right. */
export type Probe = {
  readonly permission: Permission;
  /** As the document names it: `POST /snapshots`. */
  readonly route: string;
  readonly knock: (visitor: Visitor, who: string) => Promise<Answer<{ readonly code?: string }>>;
};

type Knock = Answer<{ readonly code?: string }>;

const PLAN = "/plans/holbaek-2020-21";
const GOAL = `${PLAN}/goals/G-HO20-01`;
const FIGURE = { indicator: "measure: persons\nof: offers\nwindow: month\n", asOf: "2021-06-30" };
const NOTE = "/notes/00000000-0000-4000-8000-000000000000";

const read = (permission: Permission, route: string, path: string): Probe => ({
  permission,
  route: `GET ${route}`,
  knock: (visitor) => visitor.get<Knock["body"]>(path),
});
const deed = (
  permission: Permission,
  route: string,
  asked: { path: string; body?: (who: string) => unknown },
): Probe => ({
  permission,
  route: `POST ${route}`,
  knock: (visitor, who) => visitor.send<Knock["body"]>("POST", asked.path, asked.body?.(who)),
});

/** At least one for every permission there is a route for, and one for every route that asks for a permission. */
export const PROBES: readonly Probe[] = [
  read("plan.read", "/plans", "/plans"),
  read("plan.read", "/plans/{plan}", PLAN),
  read("plan.read", "/plans/{plan}/status", `${PLAN}/status`),
  read("plan.read", "/plans/{plan}/table", `${PLAN}/table`),
  read("plan.read", "/plans/{plan}/goals/{goal}", GOAL),
  read("plan.read", "/plans/{plan}/goals/{goal}/notes", `${GOAL}/notes`),
  read("plan.read", "/plans/{plan}/report", `${PLAN}/report`),
  read("plan.read", "/plans/{plan}/report.{format}", `${PLAN}/report.xlsx`),
  read("plan.read", "/about", "/about"),
  read("plan.read", "/snapshots", "/snapshots"),
  deed("plan.comment", "/plans/{plan}/goals/{goal}/notes", {
    path: `${GOAL}/notes`,
    body: () => ({ kind: "comment", text: "Set" }),
  }),
  deed("plan.decide", "/plans/{plan}/goals/{goal}/notes", {
    path: `${GOAL}/notes`,
    body: () => ({ kind: "decision", text: "Gjort" }),
  }),
  {
    permission: "plan.read",
    route: "DELETE /plans/{plan}/goals/{goal}/notes/{note}",
    knock: (visitor) => visitor.send("DELETE", `${GOAL}${NOTE}`),
  },
  deed("figure.ask", "/figure", { path: "/figure", body: () => FIGURE }),
  read("figure.open", "/plans/{plan}/goals/{goal}/rows", `${GOAL}/rows`),
  deed("snapshot.make", "/snapshots", {
    path: "/snapshots",
    body: (who) => ({ name: `af-${who.replace("_", "-")}`, asOf: "2021-06-30" }),
  }),
  deed("warehouse.maintain", "/warehouse/rebuild", { path: "/warehouse/rebuild" }),
  deed("warehouse.maintain", "/warehouse/verify", { path: "/warehouse/verify" }),
  read("organisation.read", "/organisation", "/organisation"),
  deed("citizen.assign", "/organisation/hand-over", {
    path: "/organisation/hand-over",
    body: () => ({
      from: { unit: "fleksjob", staff: "nobody-of-ours" },
      to: { unit: "fleksjob", staff: null },
      expected: 1,
    }),
  }),
  read("access.read", "/access", "/access"),
];

/** Routes that ask for no permission, and why. */
export const OPEN_ROUTES: Readonly<Record<string, string>> = {
  "GET /session": "says who is logged in, also that nobody is",
  "POST /session": "the demo's role choice",
  "POST /session/role": "a change among the roles one holds",
  "GET /sessions": "one's own sessions",
  "DELETE /sessions": "one's own sessions",
  "GET /login": "the way in",
  "GET /login/callback": "the way in",
  "POST /logout": "the way out",
};

/** Permissions that no route asks for yet. One that is asked for must have a probe. */
export const UNASKED: readonly Permission[] = [
  "citizen.list",
  "citizen.read",
  "citizen.reveal",
  "citizen.write",
  "citizen.export",
  "company.read",
  "import.read",
  "import.run",
  "import.undo",
  "log.read",
  "log.export",
  "log.verify",
  "privacy.handle",
  "privacy.delete",
  "operations.read",
];
