import { describe, expect, it } from "vitest";
import { day } from "../../platform/kernel/day.ts";
import type { Timeline } from "../contract.ts";
import { on, someone, spell, standing, under } from "../testing/people.ts";
import { countsAs, groupShares } from "./group-share.ts";

const year = { from: day("2027-01-01"), until: day("2028-01-01") };

/** Job-ready from 1 August 2026: their first six months end on 31 January 2027. */
const person = (facts: { talks?: string[]; left?: string; exempt?: boolean }): Timeline =>
  someone({
    spells: [
      spell("benefit/kontanthjaelp", "2026-08-01"),
      spell("target_group/jobparat", "2026-08-01", facts.left),
      ...(facts.exempt ? [spell("circumstance/fritaget_106", "2027-01-15")] : []),
    ],
    events: on("jobsamtale", ...(facts.talks ?? [])),
  });

const talked = person({ talks: ["2026-08-05"] });
const late = person({ talks: ["2027-02-03"] });

function shareOf(people: readonly Timeline[], asOf: string) {
  const shares = people.flatMap((each) => standing(each, asOf).shares);
  return groupShares(shares, year).find(({ rule }) => rule.id === "LAB-75-TALK");
}

describe("a rule that binds three quarters of a group (LAB, from 1 July 2026)", () => {
  it("counts those whose time ended in the period, and how many more it takes", () => {
    const share = shareOf([talked, talked, person({}), late], "2027-06-30");
    expect(share).toMatchObject({ group: 4, reached: 2, percent: 50, needed: 3, missing: 1, running: 0 });
    expect(shareOf([talked, talked, talked, late], "2027-06-30")).toMatchObject({ percent: 75, missing: 0 });
    expect(shareOf([talked, talked, talked, late, late], "2027-06-30")).toMatchObject({ needed: 4, missing: 1 });
  });

  it("leaves out those who left or were exempt before their time was up, and those whose time is running", () => {
    const people = [talked, person({ left: "2026-12-31" }), person({ exempt: true })];
    expect(shareOf(people, "2027-06-30")).toMatchObject({ group: 1, reached: 1, percent: 100 });
    expect(shareOf([person({}), person({})], "2026-12-31")).toMatchObject({
      group: 0,
      percent: null,
      needed: 0,
      running: 2,
    });
  });

  it("says of each citizen how they count, and the figures are these added", () => {
    const people = [talked, late, person({}), person({ left: "2026-12-31" }), person({ exempt: true })];
    for (const asOf of ["2026-12-31", "2027-06-30"]) {
      const standings = people
        .flatMap((each) => standing(each, asOf).shares)
        .filter(({ rule }) => rule.id === "LAB-75-TALK");
      const counted = Map.groupBy(standings, (one) => countsAs(one, year));
      const [share] = groupShares(standings, year);
      expect(share).toMatchObject({
        reached: counted.get("reached")?.length ?? 0,
        group: (counted.get("reached")?.length ?? 0) + (counted.get("not_reached")?.length ?? 0),
        running: counted.get("running")?.length ?? 0,
      });
    }
  });

  it("never makes a citizen late", () => {
    expect(under("LAB-75-TALK", person({}), "2027-06-30")).toEqual([]);
    expect(standing(person({}), "2027-06-30").obligations.map(({ rule }) => rule.id)).toEqual(["LAB-1WK"]);
  });
});
