import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, day } from "../../platform/kernel/day.ts";
import { integrationData as data } from "../data.ts";
import { integrationFile, spell, stretch } from "../testing/integration-file.ts";
import { heightOf, placeOn, rungOn, stepsOf } from "./ladder.ts";

const START = day("2021-03-01");
const ON = day("2021-12-31");
const within = { start: START, on: ON };

const anyStep = fc.record({
  rung: fc.constantFrom("loentilskud", "virksomhedspraktik", "nytteindsats"),
  at: fc.integer({ min: -60, max: 300 }),
  days: fc.integer({ min: 1, max: 90 }),
});

describe("the employment ladder (INT-01)", () => {
  it("has ordinary work on top and the utility job below; none is below that", () => {
    const heights = data.ladder.rungs.map((rung) => heightOf(data, rung));
    expect(data.ladder.rungs.map(({ code }) => code)).toEqual([
      "ordinaert_arbejde",
      "igu",
      "loentilskud",
      "virksomhedspraktik",
      "nytteindsats",
    ]);
    expect([heights, heightOf(data, null)]).toEqual([[5, 4, 3, 2, 1], 0]);
  });

  it("the highest of what runs counts, and the last move has its day and its way", () => {
    const file = integrationFile({
      spells: [
        spell("offer", "nytteindsats", "2021-04-01", "2021-06-30"),
        spell("offer", "virksomhedspraktik", "2021-06-01"),
      ],
    });
    expect(placeOn(data, file, within)).toMatchObject({
      rung: { code: "virksomhedspraktik" },
      since: day("2021-06-01"),
      before: { code: "nytteindsats" },
      isUp: true,
    });
    const lost = integrationFile({ work: [stretch("ordinaert", "2021-04-01", "2021-09-30")] });
    expect(placeOn(data, lost, within)).toMatchObject({
      rung: null,
      since: day("2021-10-01"),
      before: { code: "ordinaert_arbejde" },
      isUp: false,
    });
  });

  it("who has always stood somewhere has made no move; one offer after another of a kind is none", () => {
    expect(placeOn(data, integrationFile(), within)).toEqual({
      rung: null,
      since: START,
      before: undefined,
      isUp: null,
    });
    const on = integrationFile({
      spells: [spell("offer", "loentilskud", "2021-01-01", "2021-06-30"), spell("offer", "loentilskud", "2021-07-01")],
    });
    expect(placeOn(data, on, within)).toMatchObject({ rung: { code: "loentilskud" }, since: START, before: undefined });
  });

  it("small jobs are ordinary work and IGU is a rung", () => {
    const small = integrationFile({ work: [stretch("smaajob", "2021-05-01")] });
    expect(placeOn(data, small, within).rung?.isWork).toBe(true);
    const igu = integrationFile({ education: [stretch("igu", "2021-05-01")] });
    expect(placeOn(data, igu, within).rung?.code).toBe("igu");
    expect(placeOn(data, integrationFile({ work: [stretch("fleksjob", "2021-05-01")] }), within).rung).toBeNull();
  });

  it("no other rung holds from the day of the last move, and the day before had another, whatever runs", () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 8 }), (all) => {
        const spells = all.map(({ rung, at, days }) => ({
          family: "offer" as const,
          code: rung,
          from: addDays(START, at),
          until: addDays(START, at + days),
        }));
        const file = integrationFile({ spells });
        const steps = stepsOf(data, file);
        const { rung, since, before } = placeOn(data, file, within);
        for (let each = since; each <= ON; each = addDays(each, 1)) expect(rungOn(steps, each)).toBe(rung);
        if (before === undefined) expect(since).toBe(START);
        else expect(rungOn(steps, addDays(since, -1))).toBe(before);
        const running = steps
          .filter(({ from, until }) => from <= ON && ON < until)
          .map((step) => heightOf(data, step.rung));
        expect(heightOf(data, rung)).toBe(Math.max(0, ...running));
      }),
    );
  });
});
