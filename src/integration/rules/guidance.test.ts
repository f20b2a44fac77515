import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, day } from "../../platform/kernel/day.ts";
import { integrationData as data } from "../data.ts";
import { talked } from "../testing/integration-file.ts";
import { guidanceOn } from "./guidance.ts";

const START = day("2021-03-01");
const ON = day("2021-12-31");
const of = (...talks: readonly ReturnType<typeof talked>[]) => guidanceOn(data, { talks }, { start: START, on: ON });

describe("guidance on returning home (INT-08)", () => {
  it("is missed from the first meeting on until it is given, at whatever talk", () => {
    expect(of()).toEqual({ first: null, latest: null, lastGuided: null, without: 0 });
    expect(of(talked("2021-04-01"), talked("2021-05-01"))).toMatchObject({ first: day("2021-04-01"), without: 2 });
    const given = talked("2021-06-01", { kind: "repatrieringsvejledning" });
    expect(of(talked("2021-04-01"), given, talked("2021-07-01"))).toMatchObject({
      lastGuided: day("2021-06-01"),
      without: 1,
      latest: day("2021-07-01"),
    });
    expect(of(talked("2021-04-01", { guided: true }))).toMatchObject({ without: 0 });
  });

  it("takes talks that were held in this course, and of meetings those about work", () => {
    const none = [
      talked("2021-02-01"),
      talked("2022-01-01"),
      talked("2021-04-01", { status: "udeblevet", guided: true }),
      talked("2021-04-01", { kind: "temamoede" }),
    ];
    expect(of(...none)).toEqual({ first: null, latest: null, lastGuided: null, without: 0 });
  });

  it("counts no more meetings without it than there were, and none when the latest had it", () => {
    const any = fc.record({ at: fc.integer({ min: 0, max: 300 }), guided: fc.boolean() });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 10 }), (all) => {
        const talks = all.map(({ at, guided }) => ({ ...talked("2021-03-01"), day: addDays(START, at), guided }));
        const found = guidanceOn(data, { talks }, { start: START, on: ON });
        expect(found.without).toBeLessThanOrEqual(talks.length);
        const isLatestGuided = talks.some((talk) => talk.guided && talk.day === found.latest);
        expect(found.without > 0).toBe(talks.length > 0 && !isLatestGuided);
      }),
    );
  });
});
