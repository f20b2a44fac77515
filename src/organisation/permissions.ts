import type { Role } from "../platform/auth/public.ts";

/**
 * How far a permission reaches: `own` are the citizens the user is caseworker for, `unit` those of the user's units and the units
 * below them, `all` the whole municipality. About anything that is not a citizen it is `all` or nothing.
 */
export type Reach = "none" | "own" | "unit" | "all";

type Row = Readonly<Partial<Record<Role, Exclude<Reach, "none">>>>;

/** The jobcentre's own people, and everybody who can log in. */
const STAFF = { analyst: "all", manager: "all", caseworker: "all", consultant: "all" } as const;
const EVERYBODY = { ...STAFF, committee: "all", data_protection: "all", administrator: "all" } as const;

/**
 * The one declared table of who may do what: object and action, and for each role how far. A role that is not named may not. The
 * server asks nothing else, the pages are told what is allowed from it, and the tests try every cell of it.
 */
const TABLE = {
  "plan.read": EVERYBODY,
  "plan.comment": { analyst: "all", manager: "all", committee: "all" },
  "plan.decide": { manager: "all" },
  /** Any figure, by an expression of one's own. */
  "figure.ask": { analyst: "all", manager: "all" },
  /** A figure opened to the people behind it. */
  "figure.open": { analyst: "all", manager: "unit" },
  /** Figures on fewer than five people (discretion rule). */
  "figure.small": STAFF,
  "snapshot.make": { analyst: "all", manager: "all" },
  "warehouse.maintain": { analyst: "all", administrator: "all" },
  "citizen.list": { manager: "unit", caseworker: "unit", consultant: "unit", data_protection: "all" },
  "citizen.read": { manager: "unit", caseworker: "unit", consultant: "unit", data_protection: "all" },
  /** A CPR number or a protected address unfolded, with a reason. */
  "citizen.reveal": { manager: "unit", caseworker: "own", data_protection: "all" },
  "citizen.write": { manager: "unit", caseworker: "own" },
  "citizen.assign": { manager: "unit" },
  "citizen.export": { manager: "unit", caseworker: "own" },
  /** Calendars, appointments, and the letters about them. */
  "contact.read": { manager: "unit", caseworker: "unit", consultant: "unit" },
  "contact.write": { manager: "unit", caseworker: "unit", consultant: "unit" },
  /** The citizens' own plans. Whoever works in the unit may change one without taking the case over (ASK-25). */
  "plans.read": { manager: "unit", caseworker: "unit", consultant: "unit" },
  "plans.write": { manager: "unit", caseworker: "unit", consultant: "unit" },
  /** The courses of the sick, of young people and of those under the Integration Act, and what is noted of them. */
  "courses.read": { manager: "unit", caseworker: "unit", consultant: "unit" },
  "courses.write": { manager: "unit", caseworker: "unit" },
  /** How far citizens have come towards work. Whoever talks with them measures it. */
  "progression.read": { manager: "unit", caseworker: "unit", consultant: "unit" },
  "progression.write": { manager: "unit", caseworker: "unit", consultant: "unit" },
  /** How groups moved, and the people behind each number. */
  "progression.figures": { analyst: "all", manager: "unit", caseworker: "unit", consultant: "unit" },
  /** Screenings for risk, and archetypes. */
  "screening.read": { manager: "unit", caseworker: "unit", consultant: "unit" },
  "screening.write": { manager: "unit", caseworker: "unit" },
  /** A screening reviewed for fairness: counts alone, of the whole municipality, since cases that ended belong to no unit any more. */
  "screening.review": { analyst: "all", manager: "all", committee: "all" },
  /** What must be done by when, for whom. */
  "duties.read": { manager: "unit", caseworker: "unit", consultant: "unit" },
  /** Notes and reminders of one's own about citizens. */
  "duties.remind": { manager: "unit", caseworker: "unit", consultant: "unit" },
  /** Load, what nobody has, timeliness and shares of groups, in the units one leads. */
  "team.read": { manager: "unit" },
  /** The rules in force, and what changed between two days: the law is no secret. */
  "law.read": EVERYBODY,
  "company.read": STAFF,
  "organisation.read": { ...STAFF, administrator: "all" },
  "import.read": { analyst: "all", administrator: "all" },
  "import.run": { analyst: "all" },
  "import.undo": { analyst: "all" },
  "log.read": { data_protection: "all", administrator: "all" },
  "log.export": { data_protection: "all" },
  "log.verify": { data_protection: "all", administrator: "all" },
  "privacy.handle": { data_protection: "all" },
  "privacy.delete": { data_protection: "all", administrator: "all" },
  "access.read": { data_protection: "all", administrator: "all" },
  "operations.read": { administrator: "all" },
} as const satisfies Record<string, Row>;

export type Permission = keyof typeof TABLE;

/** The table as rows, for everyone who asks of any role. @internal */
export const permissions: Readonly<Record<Permission, Row>> = TABLE;

/** How far a role's permission reaches. */
export function reachOf(role: Role, permission: Permission): Reach {
  return permissions[permission][role] ?? "none";
}

/** Everything a role may do, somehow far. */
export function allowedTo(role: Role): readonly Permission[] {
  return (Object.keys(permissions) as Permission[]).filter((permission) => reachOf(role, permission) !== "none");
}
