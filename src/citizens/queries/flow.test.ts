import { beforeAll, expect, it } from "vitest";
import { addBelief, type Database, inTenant } from "../../platform/db/public.ts";
import { day } from "../../platform/kernel/day.ts";
import { describeOnEachEngine } from "../../platform/testing/databases.ts";
import { flowThrough } from "./flow.ts";

const HERE = { municipality: "0316" };
const MARCH = { from: day("2021-03-01"), until: day("2021-04-01") };
const WITHIN = new Map([
  ["area", ["area", "a", "b"]],
  ["a", ["a"]],
  ["b", ["b"]],
]);

/** Who had whom: citizen, unit, first day, first day no longer. */
const HAD = [
  ["stays", "a", "2021-01-01", "9999-12-31"],
  ["left on the first day", "a", "2021-01-01", "2021-03-01"],
  ["leaves", "a", "2021-01-01", "2021-03-15"],
  ["leaves on the last day", "a", "2021-01-01", "2021-04-01"],
  ["comes", "a", "2021-03-10", "9999-12-31"],
  ["comes and leaves", "a", "2021-03-10", "2021-03-20"],
  ["moves", "a", "2021-01-01", "2021-03-15"],
  ["moves", "b", "2021-03-15", "9999-12-31"],
  ["is away", "b", "2021-01-01", "2021-03-05"],
  ["is away", "b", "2021-03-25", "9999-12-31"],
  ["was long ago", "a", "2020-01-01", "2021-02-01"],
  ["comes later", "b", "2021-04-01", "9999-12-31"],
] as const;

describeOnEachEngine("the flow of citizens through units in a period (ORG-02)", (open) => {
  let db: Database;
  beforeAll(async () => {
    db = await open();
    await inTenant(db, HERE, async (tx) => {
      for (const [i, [citizen, unit, from_day, until_day]] of HAD.entries())
        await addBelief(tx, "citizens.responsibilities", {
          id: `r${i}`,
          today: "2021-05-01",
          values: { citizen, unit, staff: unit === "a" ? "s1" : null, from_day, until_day },
        });
    });
  });

  it("is who was there at the start, came, left and is there at the end, and adds up", async () => {
    const flow = await inTenant(db, HERE, (tx) => flowThrough(tx, WITHIN, MARCH));
    expect(flow).toEqual([
      { unit: "a", atStart: 5, came: 2, left: 4, atEnd: 3 },
      { unit: "area", atStart: 6, came: 2, left: 3, atEnd: 5 },
      { unit: "b", atStart: 1, came: 1, left: 0, atEnd: 2 },
    ]);
    for (const { atStart, came, left, atEnd } of flow) expect(atStart + came - left).toBe(atEnd);
  });

  it("is of those in sight: a unit's own, a municipality's own", async () => {
    const own = { ...HERE, sees: "unit" as const, units: ["b"] };
    const seen = await inTenant(db, own, (tx) => flowThrough(tx, WITHIN, MARCH));
    expect(seen.find(({ unit }) => unit === "a")).toBeUndefined();
    expect(await inTenant(db, { municipality: "0265" }, (tx) => flowThrough(tx, WITHIN, MARCH))).toEqual([]);
  });
});
