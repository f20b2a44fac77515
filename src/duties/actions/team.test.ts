import { beforeAll, expect, it } from "vitest";
import { type Database, inTenant } from "../../platform/db/public.ts";
import { day } from "../../platform/kernel/day.ts";
import { describeOnEachEngine } from "../../platform/testing/databases.ts";
import { responsibleUnits } from "../queries/responsible-units.ts";
import { latenessIn, timelinessByWeek } from "../queries/timeliness.ts";
import { on as heldOn, someone, spell } from "../testing/people.ts";
import { rowsOf, writeRows } from "../testing/recorded.ts";
import { refreshObligations } from "./refresh.ts";
import type { TeamLooking } from "./team.ts";
import { readTeamShares } from "./team-shares.ts";
import { readTeamTimeliness } from "./team-timeliness.ts";

const HERE = "0901";
const ON = day("2027-06-30");

/** Job-ready from August 2026, in a unit, talked with on some days. */
const person = (unit: string, ...talks: readonly string[]) => ({
  ...someone({
    spells: [spell("benefit/kontanthjaelp", "2026-08-01"), spell("target_group/jobparat", "2026-08-01")],
    events: heldOn("jobsamtale", ...talks),
  }),
  responsible: [{ unit, staff: "m1", from: day("2026-08-01"), until: day("2100-01-01") }],
});

const PEOPLE = {
  a: person("u1", "2026-08-05"),
  b: person("u1"),
  c: person("u2", "2027-02-03"),
  d: person("u2", "2026-08-20"),
  e: person("u2", "2026-09-01"),
};

const looking = (values: Partial<TeamLooking> = {}): TeamLooking => ({
  municipality: HERE,
  user: { label: "test", role: "manager" },
  staff: null,
  on: ON,
  heldBack: async () => ({ restricted: new Set<string>(), aside: new Set<string>() }),
  isWithin: () => true,
  ...values,
});

describeOnEachEngine("the team's figures", (open) => {
  let db: Database;
  const refresh = (asOf = ON) => refreshObligations(db, { municipality: HERE, asOf, today: asOf });
  beforeAll(async () => {
    db = await open();
    await inTenant(db, { municipality: HERE }, async (tx) => {
      for (const [id, timeline] of Object.entries(PEOPLE)) await writeRows(tx, rowsOf(timeline, id, "x"), "2026-08-01");
    });
    await refresh();
  });

  it("the delays are of exactly those that were not met in time, each in its rule, unit and week (ASK-02)", async () => {
    await inTenant(db, { municipality: HERE }, async (tx) => {
      const period = { from: day("2026-07-01"), until: day("2027-07-01") };
      const weeks = await timelinessByWeek(tx, period);
      const late = await latenessIn(tx, period, ON);
      expect(late.length).toBeGreaterThan(0);
      const key = ({ rule, unit, week }: (typeof late)[number] | (typeof weeks)[number]) => `${rule} ${unit} ${week}`;
      const counts = new Map([...Map.groupBy(late, key)].map(([of, all]) => [of, all.length]));
      for (const week of weeks)
        expect([key(week), week.fellDue - week.onTime]).toEqual([key(week), counts.get(key(week)) ?? 0]);
      for (const { days } of late) expect(days).toBeGreaterThan(0);
      const told = await readTeamTimeliness(tx, { span: "months12", unit: "u1" }, looking());
      const own = weeks.filter(({ unit, week }) => unit === "u1" && week >= "2026-07-01");
      expect(told?.all.fellDue).toBe(own.reduce((sum, { fellDue }) => sum + fellDue, 0));
      expect(told?.units.map(({ of }) => of)).toEqual(["u1"]);
      expect([...(await responsibleUnits(tx, "2027-06-30"))].map(([id, units]) => [id, ...units]).toSorted()).toEqual(
        Object.entries(PEOPLE).map(([id, { responsible }]) => [id, responsible[0]?.unit]),
      );
    });
  });

  it("three quarters of a group is a figure of the group: how many count, are needed and missing, and who (from 1 July 2026)", async () => {
    const shares = await inTenant(db, { municipality: HERE }, (tx) => readTeamShares(tx, { span: "year" }, looking()));
    const share = shares?.shares.find(({ rule }) => rule === "LAB-75-TALK");
    expect(share).toMatchObject({ share: 75, group: 5, reached: 3, needed: 4, missing: 1, percent: 60 });
    expect(
      share?.people
        .map(({ citizen, state }) => `${citizen} ${state}`)
        .slice(0, 2)
        .toSorted(),
    ).toEqual(["b not_reached", "c not_reached"]);
    const unit = await inTenant(db, { municipality: HERE }, (tx) =>
      readTeamShares(tx, { span: "year", unit: "u1" }, looking()),
    );
    expect(unit?.shares.find(({ rule }) => rule === "LAB-75-TALK")).toMatchObject({ group: 2, reached: 1, needed: 2 });
    const aside = { heldBack: async () => ({ restricted: new Set(["b"]), aside: new Set(["b"]) }) };
    const without = await inTenant(db, { municipality: HERE }, (tx) =>
      readTeamShares(tx, { span: "year" }, looking(aside)),
    );
    expect(without).toMatchObject({ aside: 1 });
    expect(without?.shares.find(({ rule }) => rule === "LAB-75-TALK")?.group).toBe(4);
    const blind = { isWithin: () => false };
    expect(
      await inTenant(db, { municipality: HERE }, (tx) =>
        readTeamShares(tx, { span: "year", unit: "u1" }, looking(blind)),
      ),
    ).toBeNull();
  });

  it("before that day no such rule holds, and it says when the first one does", async () => {
    const before = looking({ on: day("2026-06-30") });
    const shares = await inTenant(db, { municipality: HERE }, (tx) => readTeamShares(tx, { span: "year" }, before));
    expect(shares).toMatchObject({ begins: "2026-07-01", shares: [] });
  });
});
