import type { AccessRule, AccessRules } from "./access-rules.ts";
import { ROLES, type Role } from "./role.ts";

/** A role somebody holds in a municipality, and the units it is held for. */
export type HeldRole = { readonly municipality: string; readonly role: Role; readonly units: readonly string[] };

/** Who somebody is here, by the identity provider's claims. No roles: they have no access. */
export type KnownPerson = {
  /** What they are called in logs and notes. */
  readonly user: string;
  readonly staff: string | null;
  readonly held: readonly HeldRole[];
};

type Claims = Readonly<Record<string, unknown>>;

/** A right as a claim states it: its name, and the data it is limited to (KOMBIT's data constraints). */
type Right = { readonly value: string; readonly constraints: Readonly<Record<string, readonly string[]>> };

/** What claims mean by the access rules. The same role held twice is held once, for the units of both. */
export function personOf(claims: Claims, rules: AccessRules): KnownPerson {
  const held = new Map<string, HeldRole>();
  for (const granted of rules.rules.flatMap((rule) => grantedBy(rule, claims, rules))) {
    const key = `${granted.municipality} ${granted.role}`;
    const units = [...new Set([...(held.get(key)?.units ?? []), ...granted.units])];
    held.set(key, { ...granted, units });
  }
  const order = ({ role }: HeldRole): number => ROLES.indexOf(role);
  // Whoever cannot be named in the log cannot be anybody here.
  const user = textsIn(claims[rules.user])[0] ?? textsIn(claims.sub)[0];
  if (user === undefined) return { user: "", staff: null, held: [] };
  return {
    user,
    staff: rules.staff === undefined ? null : (textsIn(claims[rules.staff])[0] ?? null),
    held: [...held.values()].sort((a, b) => order(a) - order(b)),
  };
}

/** The role a rule gives, once for every right that fits it. */
function grantedBy(rule: AccessRule, claims: Claims, rules: AccessRules): readonly HeldRole[] {
  const municipality = valueBy(rule.municipality ?? rules.municipality, claims);
  if (municipality === null) return [];
  return rightsIn(claims[rule.claim])
    .filter((right) => right.value === rule.value && coversTask(right, rule))
    .map((right) => ({ municipality, role: rule.role, units: unitsOf(right, rule, claims) }));
}

/** A claim's texts: one, several, or none when it is missing or something else. */
function textsIn(claim: unknown): readonly string[] {
  return (Array.isArray(claim) ? claim : [claim]).filter(
    (each): each is string => typeof each === "string" && each !== "",
  );
}

/** A claim's rights: plain names, or names with data constraints. */
function rightsIn(claim: unknown): readonly Right[] {
  return (Array.isArray(claim) ? claim : [claim]).flatMap((each: unknown) => {
    if (typeof each === "string") return [{ value: each, constraints: {} }];
    if (typeof each !== "object" || each === null || !("role" in each) || typeof each.role !== "string") return [];
    const given = "constraints" in each && typeof each.constraints === "object" ? (each.constraints ?? {}) : {};
    const constraints = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, textsIn(value)]));
    return [{ value: each.role, constraints }];
  });
}

/** Does a right cover the task a rule is about? A right without a KLE constraint covers every task. */
function coversTask(right: Right, { kle }: AccessRule): boolean {
  const limits = right.constraints.kle;
  if (kle === undefined || limits === undefined) return true;
  return limits.some((limit) => {
    const covered = limit.replace(/\.?\*$/, "");
    return covered === "" || kle === covered || kle.startsWith(`${covered}.`);
  });
}

function unitsOf(right: Right, { units }: AccessRule, claims: Claims): readonly string[] {
  if (Array.isArray(units)) return units;
  if (!("constraint" in units)) return named(textsIn(claims[units.claim]), units.are);
  const limits = right.constraints[units.constraint];
  return limits === undefined ? units.otherwise : named(limits, units.are);
}

/** The provider's ids as ours; ids that are not in the list are none of ours. */
function named(ids: readonly string[], are: Readonly<Record<string, string>> | undefined): readonly string[] {
  return are === undefined ? ids : ids.flatMap((id) => (Object.hasOwn(are, id) ? [are[id] ?? id] : []));
}

function valueBy(said: AccessRules["municipality"], claims: Claims): string | null {
  if (said === undefined || typeof said === "string") return said ?? null;
  const [given] = textsIn(claims[said.claim]);
  return given !== undefined && Object.hasOwn(said.are, given) ? (said.are[given] ?? null) : null;
}
