import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CitizenReminders, MyDay, Team, TeamShares, TeamTimeliness } from "../../duties/public.ts";
import type { OrganisationAnswer } from "../../organisation/contract.ts";
import { inTenant } from "../../platform/db/public.ts";
import type { DemoDesk } from "../testing/demo-desk.ts";
import { openProtectedDesk, SECRETS, visitorOf } from "../testing/protected-desk.ts";
import type { Visitor } from "../testing/visitor.ts";

let desk: DemoDesk;
let manager: Visitor;
let ofOne: Visitor;
let caseworker: Visitor;

beforeAll(async () => {
  desk = await openProtectedDesk();
  await desk.operations.refreshDuties("0316");
  manager = await visitorOf(desk, { role: "manager" });
  ofOne = await visitorOf(desk, { role: "manager", units: ["u1"] });
  caseworker = await visitorOf(desk, { role: "caseworker", staff: "m2", units: ["u2"] });
}, 180_000);
afterAll(() => desk.close());

const read = async <T>(path: string, as = manager): Promise<T> => {
  const { status, body } = await as.get<T>(path);
  expect([status, body]).toEqual([200, expect.anything()]);
  return body;
};
const here = { municipality: "0316" };

describe("the team (ORG-02, ASK-22, CON-18)", () => {
  it("counts for each caseworker just what My day lists", async () => {
    const team = await read<Team>("/team");
    expect(team.members.map(({ person }) => person).toSorted()).toEqual(["m1", "m2"]);
    for (const { person, counts, cases } of team.members) {
      expect(cases).toBe(10);
      for (const filter of ["overdue", "week", "not_booked", "resting", "all"]) {
        const day = await read<MyDay>(`/my-day?whose=unit&staff=${person}&filter=${filter}`);
        expect([person, filter, day.total]).toEqual([person, filter, counts[filter as keyof typeof counts]]);
      }
    }
    const all = await read<MyDay>("/my-day?whose=unit");
    expect(team.counts).toEqual(all.counts);
    const one = await read<Team>("/team?unit=u1");
    expect(one.members.map(({ person }) => person)).toEqual(["m1"]);
    expect(one.counts).toEqual((await read<MyDay>("/my-day?whose=unit&unit=u1")).counts);
    expect(one.counts.all).toBeLessThan(team.counts.all ?? 0);
  });

  it("sets the hours of booked talks and of duties nobody booked against what a share of full time allows", async () => {
    const before = await read<Team>("/team?unit=u1");
    const [m1] = before.members;
    // Fifteen hours a week of a full-time employee, in minutes.
    expect(m1?.capacity).toBe(900);
    expect(before.weeks).toHaveLength(8);
    expect(before.weeks[0]).toMatchObject({ from: "2021-12-31", to: "2022-01-06", capacity: 900 });
    const asked = { kind: "jobsamtale", form: "telefon", day: "2022-01-03", starts: 540, minutes: 40, staff: "m1" };
    const booked = await manager.send("POST", "/citizens/c01/appointments", { ...asked, isDuty: true });
    expect(booked.status).toBe(200);
    const after = await read<Team>("/team?unit=u1");
    expect(after.members[0]?.meetings).toBe((m1?.meetings ?? 0) + 1);
    expect(after.weeks[0]?.booked).toBe((before.weeks[0]?.booked ?? 0) + 40);
    expect(after.weeks[0]?.unbooked).toBeLessThanOrEqual(before.weeks[0]?.unbooked ?? 0);
    const sum = (of: readonly number[] | undefined): number => (of ?? []).reduce((all, one) => all + one, 0);
    expect(sum(after.weeks.map(({ booked: b, unbooked }) => b + unbooked))).toBe(
      sum(after.members.flatMap(({ load }) => [...load.booked, ...load.unbooked])) +
        sum([...after.nobody.load.booked, ...after.nobody.load.unbooked]),
    );
  });

  it("has the timeliness of the command line, to the last number, with how late (ASK-02)", async () => {
    const cli = await desk.operations.timeliness(here);
    const page = await read<TeamTimeliness>("/team/timeliness");
    expect(cli.fellDue).toBeGreaterThan(3);
    expect([page.from, page.to, page.all.fellDue, page.all.onTime]).toEqual([
      cli.from,
      cli.to,
      cli.fellDue,
      cli.onTime,
    ]);
    const sum = (lines: readonly { fellDue: number; onTime: number }[]) =>
      lines.reduce((all, line) => [(all[0] ?? 0) + line.fellDue, (all[1] ?? 0) + line.onTime], [0, 0]);
    for (const per of ["rule", "unit", "week"] as const)
      for (const line of page[`${per}s`]) {
        const own = cli.weeks.filter((week) => week[per] === line.of);
        expect([line.of, line.fellDue, line.onTime]).toEqual([line.of, ...sum(own)]);
        expect(line.longest === null).toBe(line.fellDue === line.onTime);
      }
    const [rule] = page.choices;
    const ofRule = await read<TeamTimeliness>(`/team/timeliness?rule=${rule?.rule}`);
    expect([ofRule.all.fellDue, ofRule.all.onTime]).toEqual(sum(cli.weeks.filter((week) => week.rule === rule?.rule)));
  });

  it("is for those who lead, in their own units only, and names nobody who is protected (ASK-37)", async () => {
    for (const path of ["/team", "/team/timeliness", "/team/shares"]) {
      expect((await caseworker.get(path)).status).toBe(403);
      for (const unit of ["u2", "nowhere"]) expect((await ofOne.get(`${path}?unit=${unit}`)).status).toBe(404);
      const { body } = await ofOne.get(path);
      for (const secret of SECRETS) expect(JSON.stringify(body)).not.toContain(secret);
    }
    const own = await read<Team>("/team", ofOne);
    expect(own.units.map(({ id }) => id)).toEqual(["u1"]);
    expect(own.members.map(({ person, cases }) => [person, cases])).toEqual([["m1", 10]]);
    expect(await read<TeamShares>("/team/shares")).toMatchObject({ shares: [], begins: "2026-07-01" });
  });
});

describe("a hand-over without holes (ASK-21)", () => {
  const caseOf = (citizen: string) =>
    inTenant(desk.runtime.db, here, (tx) =>
      sql<{ unit: string; staff: string | null; from: string; until: string }>`select unit, staff,
        from_day::text as "from", until_day::text as until from citizens.responsible_now where citizen = ${citizen} order by 3`.execute(
        tx,
      ),
    ).then(({ rows }) => rows);

  it("the old one ends the day the new one begins, the lists follow at once, and the receiver can read the note", async () => {
    const mine = { unit: "u1", staff: "m1" };
    const left = { from: mine, to: { unit: "u1", staff: null }, expected: 2, citizens: ["c01", "c03"] };
    expect((await manager.send("POST", "/organisation/hand-over", left)).body).toEqual({ moved: 2, noted: 0 });
    const before = await read<Team>("/team");
    expect(before.nobody.cases).toEqual([{ unit: "u1", name: "Team Et", cases: 2 }]);
    expect(before.nobody.counts.all).toBe((await read<MyDay>("/my-day?whose=unit&staff=nobody")).counts.all);
    const asked = { from: { unit: "u1", staff: null }, to: { unit: "u2", staff: "m2" }, expected: 2 };
    const key = randomUUID();
    const deed = () => manager.send("POST", "/organisation/hand-over", { ...asked, note: " Ring til Åse først " }, key);
    expect((await deed()).body).toEqual({ moved: 2, noted: 2 });
    expect((await deed()).body).toEqual({ moved: 2, noted: 2 });
    expect(await caseOf("c01")).toEqual([
      { unit: "u1", staff: "m1", from: "2020-01-01", until: "2021-12-31" },
      { unit: "u2", staff: "m2", from: "2021-12-31", until: "9999-12-31" },
    ]);
    const after = await read<Team>("/team");
    expect(after.nobody).toMatchObject({ cases: [], unplaced: 0, counts: { all: 0 } });
    expect(after.members.map(({ person, cases }) => [person, cases])).toEqual([
      ["m1", 8],
      ["m2", 12],
    ]);
    const { reminders } = await read<CitizenReminders>("/citizens/c01/reminders", caseworker);
    expect(reminders.map(({ text, isShared, owner }) => [text, isShared, owner])).toEqual([
      ["Ring til Åse først", true, "test-manager"],
    ]);
    const organisation = await read<OrganisationAnswer>("/organisation");
    expect(organisation.units.map(({ unassigned }) => unassigned)).toEqual([0, 0, 0]);
  });

  it("keeps no note with somebody whose data may only be stored; the case changes hands all the same", async () => {
    await inTenant(desk.runtime.db, here, (tx) =>
      sql`insert into privacy.restrictions (municipality, citizen, reason, who)
        values ('0316', 'c02', 'bestrides', 'test')`.execute(tx),
    );
    const place = { unit: "u2", staff: "m2" };
    const asked = { from: place, to: { unit: "u2", staff: null }, expected: 2, citizens: ["c02", "c04"], note: "Hej" };
    expect((await manager.send("POST", "/organisation/hand-over", asked)).body).toEqual({ moved: 2, noted: 1 });
  });
});
