import { type Caseload, caseloads } from "../../citizens/public.ts";
import { bookedFrom, kinds, meetingsFrom } from "../../contact/public.ts";
import { roleLabel, staffNames, staffToday, unitsToday, unitsWithin, unitTree } from "../../organisation/public.ts";
import type { Tx } from "../../platform/db/public.ts";
import { addDays, type Day, day, isoDay } from "../../platform/kernel/day.ts";
import { capacity } from "../capacity.ts";
import { responsibleUnits } from "../queries/responsible-units.ts";
import { lastRefresh } from "../queries/stale.ts";
import { countsOf } from "../rules/day-list.ts";
import { type Load, loadsOf, type Meeting, sumOf, type Unbooked, WEEKS_AHEAD, weekAhead } from "../rules/load.ts";
import type { Team, TeamAsk, TeamMember } from "../team.ts";
import { both, type Found, foundFor } from "./found-duties.ts";
import type { DayLooking } from "./my-day.ts";

/** Who looks at a team: as at a day, and which units are within their sight. */
export type TeamLooking = DayLooking & { readonly isWithin: (unit: string) => boolean };

const WEEK = 7;
const MINUTES = 60;
const FULL_TIME = 1000;
const NO_LOAD: Load = sumOf([]);

/**
 * Who has how much to do in the reader's units, or in one of them and those below it, and what nobody has; null for a unit out of sight. It is counts
 * of cases and duties, as My day lists them; nobody is named, so no look at a person is logged.
 */
export async function readTeam(tx: Tx, asked: TeamAsk, who: TeamLooking): Promise<Team | null> {
  if (asked.unit !== undefined && !who.isWithin(asked.unit)) return null;
  const within = asked.unit === undefined ? null : new Set(await unitsWithin(tx, [asked.unit]));
  const isHere = (unit: string | null): boolean => within === null || (unit !== null && within.has(unit));
  const { aside } = await who.heldBack(tx);
  const found = await foundFor(tx, { whose: "unit", unit: asked.unit }, { ...who, aside });
  const units = await unitsToday(tx);
  const cases = (await caseloads(tx)).filter(({ unit }) => isHere(unit));
  const people = await peopleIn(tx, cases, (unit) => who.isWithin(unit) && isHere(unit));
  const here = new Set(people.map(({ person }) => person));
  const unitsOf = within === null ? null : await responsibleUnits(tx, isoDay(who.on));
  const isOfThese = (citizen: string): boolean =>
    within === null || !(unitsOf?.get(citizen)?.isDisjointFrom(within) ?? true);
  // A group meeting takes its time once, whoever has a place in it.
  const together = (await meetingsFrom(tx, isoDay(who.on))).filter(({ staff }) => here.has(staff));
  const alone = (await bookedFrom(tx, isoDay(who.on))).filter(
    ({ citizen, staff, meeting }) => meeting === null && !aside.has(citizen) && here.has(staff) && isOfThese(citizen),
  );
  const meetings = [...alone, ...together]
    .map((talk) => ({ staff: talk.staff, day: day(talk.day), minutes: talk.minutes }))
    .filter((talk) => weekAhead(talk.day, who.on) !== null);
  const loads = loadsOf(meetings, found.all.flatMap(unbookedOf), who.on);
  const told = { cases, meetings, loads, found: found.all, on: who.on };
  const members = people.map((one) => memberOf(one, told));
  const names = new Map(units.map(({ id, name }) => [id, name]));
  const last = await lastRefresh(tx);
  return {
    on: isoDay(who.on),
    computedOn: found.isStale ? null : (last?.asOf ?? null),
    units: unitTree(units, [], () => ({ cases: null, unassigned: null }))
      .filter(({ id }) => who.isWithin(id))
      .map(({ id, name, level }) => ({ id, name, level })),
    unit: asked.unit ?? null,
    aside: found.aside,
    counts: countsOf(found.all, who.on),
    assumption: both(capacity.says),
    members,
    nobody: nobodyOf(told, names),
    weeks: weeksOf(told, members),
  };
}

type Person = Pick<TeamMember, "person" | "name" | "share" | "role" | "capacity">;
type Told = {
  readonly cases: readonly Caseload[];
  readonly meetings: readonly Meeting[];
  readonly loads: ReadonlyMap<string | null, Load>;
  readonly found: readonly Found[];
  readonly on: Day;
};

/** Those who work in the units today, and those who do not any more and still have cases there. */
async function peopleIn(
  tx: Tx,
  cases: readonly Caseload[],
  isHere: (unit: string) => boolean,
): Promise<readonly Person[]> {
  const staff = Map.groupBy(
    (await staffToday(tx)).filter(({ unit }) => isHere(unit)),
    ({ person }) => person,
  );
  const gone = [
    ...new Set(cases.flatMap(({ staff: person }) => (person === null || staff.has(person) ? [] : [person]))),
  ];
  const names = await staffNames(tx, gone);
  return [
    ...[...staff].map(([person, places]) => {
      const share = places.reduce((sum, place) => sum + place.share, 0);
      const counts = places.filter(({ role }) => role === null || !capacity.without.has(role));
      const counted = counts.reduce((sum, place) => sum + place.share, 0);
      const { name = null, role = null } = places[0] ?? {};
      return {
        person,
        name,
        share,
        role: role === null ? null : roleLabel(role),
        capacity: Math.round((counted * capacity.hoursAWeek * MINUTES) / FULL_TIME),
      };
    }),
    ...gone.map((person) => ({ person, name: names.get(person) ?? null, share: null, role: null, capacity: 0 })),
  ];
}

function memberOf(one: Person, { cases, meetings, loads, found, on }: Told): TeamMember {
  const { person } = one;
  const own = cases.filter(({ staff }) => staff === person);
  return {
    ...one,
    cases: own.reduce((sum, { citizens }) => sum + citizens, 0),
    counts: countsOf(
      found.filter(({ row }) => row.staff === person),
      on,
    ),
    meetings: meetings.filter(({ staff }) => staff === person).length,
    load: plain(loads.get(person)),
  };
}

function nobodyOf({ cases, loads, found, on }: Told, names: ReadonlyMap<string, string>): Team["nobody"] {
  const unplaced = found.filter(({ row }) => row.list === "no_owner").map(({ row }) => row.citizen);
  return {
    cases: cases
      .filter(({ staff }) => staff === null)
      .map(({ unit, citizens }) => ({ unit, name: names.get(unit) ?? unit, cases: citizens })),
    unplaced: new Set(unplaced).size,
    counts: countsOf(
      found.filter(({ row }) => row.staff === null),
      on,
    ),
    load: plain(loads.get(null)),
  };
}

function weeksOf({ found, loads, on }: Told, members: readonly TeamMember[]): Team["weeks"] {
  const all = sumOf([...loads.values()]);
  const room = members.reduce((sum, member) => sum + member.capacity, 0);
  const due = Map.groupBy(
    found.filter((one) => one.actor === "municipality" && one.status !== "exempt" && one.due !== null),
    (one) => (one.due === null ? null : weekAhead(one.due, on)),
  );
  return Array.from({ length: WEEKS_AHEAD }, (_, week) => {
    const here = due.get(week) ?? [];
    return {
      from: isoDay(addDays(on, week * WEEK)),
      to: isoDay(addDays(on, week * WEEK + WEEK - 1)),
      fallDue: here.length,
      notBooked: here.filter(({ byTalk, isBooked }) => byTalk && !isBooked).length,
      booked: all.booked[week] ?? 0,
      unbooked: all.unbooked[week] ?? 0,
      capacity: room,
    };
  });
}

const minutesOfKind = new Map(kinds.map(({ code, minutes }) => [code, minutes]));

/** What a duty takes of time while too little is booked for it: the usual length of the first kind of conversation that its rule names. */
function unbookedOf({ row, rule, actor, status, due, missing }: Found): readonly Unbooked[] {
  if (actor !== "municipality" || status === "exempt" || due === null || missing === 0) return [];
  const kind = rule.satisfiedBy.events.find((event) => minutesOfKind.has(event));
  if (kind === undefined) return [];
  const { citizen, staff } = row;
  return [{ citizen, staff, kind, minutes: minutesOfKind.get(kind) ?? 0, missing, due }];
}

function plain({ booked, unbooked }: Load = NO_LOAD): TeamMember["load"] {
  return { booked: [...booked], unbooked: [...unbooked] };
}
