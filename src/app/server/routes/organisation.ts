import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { freeText } from "../../../citizens/contract.ts";
import { type Caseload, caseloads, flowThrough, handOverCases } from "../../../citizens/public.ts";
import { noteAboutMany } from "../../../duties/public.ts";
import {
  accessAnswer,
  type FlowAnswer,
  type FlowPeriod,
  flowAnswer,
  flowPeriod,
  type HandedOver,
  type HandOver,
  handedOver,
  handOver,
  type OrganisationAnswer,
  organisationAnswer,
} from "../../../organisation/contract.ts";
import {
  everyUnit,
  groupLabel,
  reachOf,
  roleLabel,
  staffNames,
  staffToday,
  unitGroupsToday,
  unitsToday,
  unitTree,
  withinOf,
} from "../../../organisation/public.ts";
import { logAccess } from "../../../platform/audit/log-access.ts";
import { knownUsers, type Session } from "../../../platform/auth/public.ts";
import { inTenant, type Tx } from "../../../platform/db/public.ts";
import { addDays, addMonths, type Day, isoDay } from "../../../platform/kernel/day.ts";
import { type Period, periodOf } from "../../../platform/kernel/period.ts";
import { withoutRestricted } from "../../../privacy/public.ts";
import type { App, Desk } from "../desk.ts";
import { refuse } from "../errors.ts";
import { once } from "../once.ts";

/** The jobcentre's units, staff and cases; cases change hands; who has which role. */
export function organisationRoutes(app: App, desk: Desk): void {
  const { access, runtime, login } = desk;

  app.get(
    "/organisation",
    { schema: { summary: "Units, staff and caseloads", response: { 200: organisationAnswer } } },
    async (request) => {
      await access.allowed(request, "organisation.read");
      const [seeing, assigning] = [
        await seen(desk, request, "citizen.list"),
        await seen(desk, request, "citizen.assign"),
      ];
      return await inTenant(runtime.db, seeing, (tx) => organisation(tx, seeing, assigning));
    },
  );

  app.get(
    "/organisation/flow",
    {
      schema: {
        summary: "Citizens who came to and left each unit in a period",
        querystring: z.strictObject({ period: flowPeriod.default("month") }),
        response: { 200: flowAnswer },
      },
    },
    async (request) => {
      await access.allowed(request, "organisation.read");
      const seeing = await seen(desk, request, "citizen.list");
      const period = flowDays(request.query.period, desk.dutyDay(seeing.municipality));
      return await inTenant(runtime.db, seeing, (tx) => flow(tx, seeing, period));
    },
  );

  app.post(
    "/organisation/hand-over",
    {
      schema: {
        summary: "Hand cases over to another caseworker or unit",
        // What notes are like is the citizens' word; the organisation knows none.
        body: handOver.extend({ note: freeText(300).default("") }),
        response: { 200: handedOver },
      },
    },
    async (request) => {
      const session = await access.allowed(request, "citizen.assign");
      const done = await once(desk, { request, session }, (tx) => move(desk, tx, { session, asked: request.body }));
      await runtime.recordsChanged(session.municipality);
      // The lists the duties are on follow at once, as after a conversation that was held.
      // It is stored already: when this fails, the minute's job does it.
      await desk
        .refreshDuties(session.municipality)
        .catch((error: unknown) => request.log.warn({ err: error }, "duties are not computed yet"));
      return done;
    },
  );

  app.get(
    "/access",
    { schema: { summary: "Who has which role, and by which rule", response: { 200: accessAnswer } } },
    async (request) => {
      const session = await access.allowed(request, "access.read");
      const people = await inTenant(runtime.db, session, knownUsers);
      return {
        people: people.map(({ user, role, units, held, lastSeen }) => ({
          user,
          roles:
            held.length > 0
              ? held.map((each) => ({ role: each.role, units: [...each.units] }))
              : [{ role, units: [...units] }],
          lastSeen: lastSeen.toISOString(),
        })),
        rules: (login.through?.rules.rules ?? []).map(({ claim, value, role, units }) => ({
          claim,
          value,
          role,
          units: Array.isArray(units) ? units.join(", ") : JSON.stringify(units),
        })),
      };
    },
  );
}

/** The session seeing as far as a permission lets its role; not at all without it. */
async function seen(
  { access }: Desk,
  request: FastifyRequest,
  permission: "citizen.list" | "citizen.assign",
): Promise<Session> {
  const session = await access.session(request);
  return reachOf(session.role, permission) === "none" ? session : access.allowed(request, permission);
}

async function organisation(tx: Tx, seeing: Session, assigning: Session): Promise<OrganisationAnswer> {
  const [units, staff, cases] = [await unitsToday(tx), await staffToday(tx), await caseloads(tx)];
  const groups = Map.groupBy(await unitGroupsToday(tx), ({ unit }) => unit);
  const mayCount = (unit: string): boolean => isWithin(seeing, unit);
  const sum = (of: readonly Caseload[]): number => of.reduce((total, { citizens }) => total + citizens, 0);
  const casesOf = (unit: string) => {
    if (!mayCount(unit)) return { cases: null, unassigned: null };
    const here = cases.filter((each) => each.unit === unit);
    return { cases: sum(here), unassigned: sum(here.filter((each) => each.staff === null)) };
  };
  return {
    units: unitTree(units, staff, casesOf).map((unit) => ({
      ...unit,
      groups: (groups.get(unit.id) ?? []).map(({ group }) => groupLabel(group)),
    })),
    staff: [...staff.map((member) => ({ ...member, left: false })), ...(await departed(tx, staff, cases))].map(
      (member) => ({
        ...member,
        role: member.role === null ? null : roleLabel(member.role),
        cases: mayCount(member.unit)
          ? sum(cases.filter((each) => each.unit === member.unit && each.staff === member.person))
          : null,
      }),
    ),
    assignable: units.filter(({ id }) => isWithin(assigning, id)).map(({ id }) => id),
  };
}

/** The last whole month or quarter before a day, or the twelve months up to the end of the last whole month. */
function flowDays(period: FlowPeriod, on: Day): Period {
  if (period === "quarter") return periodOf("quarter", addDays(periodOf("quarter", on).from, -1));
  const until = periodOf("month", on).from;
  return { from: addMonths(until, period === "year" ? -12 : -1), until };
}

async function flow(tx: Tx, seeing: Session, period: Period): Promise<FlowAnswer> {
  const units = await unitsToday(tx);
  // A unit that has closed held citizens of the area it belonged to: they did not come from elsewhere.
  const within = withinOf(await everyUnit(tx));
  const flows = new Map((await flowThrough(tx, within, period)).map(({ unit, ...flow }) => [unit, flow]));
  const none = { atStart: 0, came: 0, left: 0, atEnd: 0 };
  return {
    from: isoDay(period.from),
    to: isoDay(addDays(period.until, -1)),
    units: units.map(({ id }) => {
      const mayCount = (within.get(id) ?? [id]).every((part) => isWithin(seeing, part));
      return { unit: id, flow: mayCount ? (flows.get(id) ?? none) : null };
    }),
  };
}

/** Those who have cases in a unit and do not work there today: their cases must be given to somebody. */
async function departed(tx: Tx, staff: Awaited<ReturnType<typeof staffToday>>, cases: readonly Caseload[]) {
  const gone = cases.flatMap(({ unit, staff: person }) =>
    person !== null && !staff.some((member) => member.person === person && member.unit === unit)
      ? [{ person, unit, share: 0, role: null, left: true }]
      : [],
  );
  const names = await staffNames(
    tx,
    gone.map(({ person }) => person),
  );
  return gone.map((member) => ({ ...member, name: names.get(member.person) ?? null }));
}

function isWithin({ sees, units }: Session, unit: string): boolean {
  return sees === "all" || (sees === "unit" && units.includes(unit));
}

/**
 * Moves cases within the reader's own units, if they still are as many as the reader saw, and writes it in the log. They change hands on the day the
 * duties stand as on: the last one had them to the day before. A note is kept with each citizen, for those who can see the citizen.
 */
async function move(
  desk: Desk,
  tx: Tx,
  { session, asked }: { readonly session: Session; readonly asked: HandOver },
): Promise<HandedOver> {
  const { from, to, expected, citizens = null, note } = asked;
  if (![from.unit, to.unit].every((unit) => isWithin(session, unit))) throw refuse(403, "outside_unit");
  const [units, staff] = [await unitsToday(tx), await staffToday(tx)];
  const isThere = to.staff === null || staff.some(({ person, unit }) => person === to.staff && unit === to.unit);
  if (!isThere || !units.some(({ id }) => id === to.unit)) throw refuse(400, "no_such_place");
  const today = isoDay(desk.dutyDay(session.municipality));
  const moved = await handOverCases(tx, { from, to, citizens, today });
  if (moved.length !== expected) throw refuse(409, "cases_moved");
  const user = { label: session.user, role: session.role };
  await logAccess(tx, {
    user,
    action: "citizen.assign",
    purpose: "hand-over",
    keys: moved,
    change: true,
    data: ["responsibilities"],
  });
  if (note === "") return { moved: moved.length, noted: 0 };
  const mayNote = await withoutRestricted(tx, [...new Set(moved)]);
  return { moved: moved.length, noted: await noteAboutMany(tx, mayNote, { text: note, who: { user } }) };
}
