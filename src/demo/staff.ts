import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import { addDays, type Day } from "../platform/kernel/day.ts";
import { lastDayOf, type Spell, type World } from "./world.ts";

const unit = z.strictObject({ id: z.string(), name: z.string() });
const team = unit.extend({
  staff: z.int(),
  rows: z.array(z.string()),
  section: z.string().optional(),
  groups: z.array(z.string()),
  role: z.string().default("sagsbehandler"),
});
const jobcentre = z.strictObject({
  areas: z.array(unit.extend({ sections: z.array(unit).default([]), teams: z.array(team) })),
  unassigned: z.number(),
});

type Team = z.infer<typeof team>;

const { areas, unassigned } = jobcentre.parse(
  parse(readFileSync(new URL("./staff.yaml", import.meta.url), "utf8"), { schema: "core" }),
);
const teams = areas.flatMap((area) => area.teams);
const teamsOfRow = Map.groupBy(
  teams.flatMap((each) => each.rows.map((row) => ({ row, team: each }))),
  ({ row }) => row,
);

/** How much of full time people work. */
const SHARES = [1, 1, 1, 1, 0.8, 0.8, 0.6];

/** Writes the jobcentre's units and who works in them. */
export function putStaff(world: World): void {
  const { prefix } = world.frame;
  const put = (kind: string, { id, name }: z.infer<typeof unit>, parent: string | null): void =>
    world.out.put("units", {
      id: `${prefix}${id}`,
      first_day: world.frame.first,
      last_day: null,
      name,
      kind,
      parent: parent && `${prefix}${parent}`,
      known_from: world.frame.first,
      known_until: null,
    });
  for (const area of areas) {
    put("kerneomraade", area, null);
    for (const section of area.sections) put("afsnit", section, area.id);
    for (const each of area.teams) put("team", each, each.section ?? area.id);
  }
  for (const each of teams) {
    for (const target_group of each.groups) putGroup(world, each, target_group);
    for (let number = 1; number <= headsOf(world, each); number += 1) putMember(world, each, number);
  }
}

function putGroup(world: World, { id }: Team, target_group: string): void {
  const { first, prefix } = world.frame;
  world.out.put("unit_groups", {
    id: `${prefix}${id}-${target_group}`,
    first_day: first,
    last_day: null,
    unit: `${prefix}${id}`,
    target_group,
    known_from: first,
    known_until: null,
  });
}

/** The first in a team leads it, the second coordinates a large one. */
function roleOf(world: World, team: Team, number: number): string {
  if (number === 1) return "leder";
  return number === 2 && headsOf(world, team) >= 8 ? "faglig_koordinator" : team.role;
}

function putMember(world: World, member: Team, number: number): void {
  const { id, name } = member;
  const { first, prefix } = world.frame;
  const person = memberOf(world, id, number);
  world.out.put("staff", {
    id: `${person}-1`,
    first_day: first,
    last_day: null,
    person,
    unit: `${prefix}${id}`,
    name: `Syntetisk medarbejder ${number} i ${name}`,
    share: SHARES[world.streams.staff.below(SHARES.length)] ?? 1,
    role: roleOf(world, member, number),
    known_from: first,
    known_until: null,
  });
}

function headsOf(world: World, { staff }: Team): number {
  return Math.max(2, Math.round(staff * world.frame.size));
}

function memberOf(world: World, team: string, number: number): string {
  return `${world.frame.prefix}m-${team}-${String(number).padStart(2, "0")}`;
}

/** A team takes the case when a benefit begins; one that has it already keeps it. Pensioners are no team's case. */
export function takeCase(world: World, { person, row, from }: Spell): void {
  const having = (teamsOfRow.get(row.name) ?? []).map(({ team: each }) => each);
  if (person.case && having.some(({ id }) => id === person.case?.team)) return;
  closeCase(world, person, from);
  const next = having[world.streams.staff.below(Math.max(1, having.length))];
  if (!next) return;
  const number = world.streams.staff.between(1, headsOf(world, next));
  const staff = world.streams.staff.chance(unassigned) ? null : memberOf(world, next.id, number);
  person.case = { team: next.id, staff, from };
}

/** The case is over, or another team's; what ran for no day is not written. */
export function closeCase(world: World, person: Spell["person"], until: Day): void {
  const now = person.case;
  person.case = null;
  if (!now || until <= now.from || now.from >= world.frame.until) return;
  world.out.put("responsibilities", {
    id: world.out.nextId("responsibilities"),
    first_day: now.from,
    last_day: lastDayOf(world, until),
    citizen: person.id,
    unit: `${world.frame.prefix}${now.team}`,
    staff: now.staff,
    known_from: now.from,
    known_until: null,
  });
}

/** The case of somebody who is still here when the data end runs on. */
export function keepCase(world: World, person: Spell["person"]): void {
  closeCase(world, person, addDays(world.frame.until, 1));
}
