import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Day, day, FOREVER } from "../../platform/kernel/day.ts";
import type { Instrument } from "./instrument.ts";
import { judgeMeasuring, type Measuring } from "./measuring.ts";

const both = { da: "x", en: "x" };
const instrument: Instrument = {
  code: "egen",
  version: 1,
  label: both,
  about: both,
  source: "",
  assumption: null,
  from: day("2020-01-01"),
  until: FOREVER,
  answeredBy: "borger",
  forWhom: { targetGroups: [], benefits: [] },
  scale: { from: 1, to: 5, low: both, high: both },
  dimensions: ["motivation", "netvaerk"].map((code) => ({ code, label: both, question: both, source: "" })),
};
const ON = day("2021-06-30");
const judge = (measuring: Partial<Measuring>, days: readonly Day[] = [], of: Instrument | null = instrument) =>
  judgeMeasuring({ day: ON, values: { motivation: 3 }, ...measuring }, { on: ON, instrument: of, days }).map(
    ({ field, code }) => `${field} ${code}`,
  );

describe("measuring progression (CON-20)", () => {
  it("takes what was answered; what was left out is missing", () => {
    expect(judge({})).toEqual([]);
    expect(judge({ values: { motivation: 1, netvaerk: 5 } })).toEqual([]);
  });

  it("refuses a day to come, and days on which the instrument was not in use", () => {
    expect(judge({ day: day("2021-07-01") })).toEqual(["day in_the_future"]);
    expect(judge({ day: day("2019-12-31") })).toEqual(["day before_instrument"]);
    const ended = { ...instrument, until: day("2021-01-01") };
    expect(judge({ day: day("2021-01-01") }, [], ended)).toEqual(["day after_instrument"]);
    expect(judge({ day: day("2020-12-31") }, [], ended)).toEqual([]);
  });

  it("refuses a second measurement on the same day, an empty one, and an instrument there is not", () => {
    expect(judge({}, [ON])).toEqual(["day measured_already"]);
    expect(judge({ values: {} })).toEqual(["values nothing_measured"]);
    expect(judge({}, [], null)).toEqual(["instrument unknown_instrument"]);
  });

  it("refuses values outside the scale and dimensions of others, all at once, and repeats nothing that was typed", () => {
    expect(judge({ values: { motivation: 6, netvaerk: 2.5, "0101901234": 3 } }).toSorted()).toEqual([
      "values unknown_dimension",
      "values/motivation outside_scale",
      "values/netvaerk outside_scale",
    ]);
  });

  it("has no fault exactly when every value is a whole step of the scale (property)", () => {
    fc.assert(
      fc.property(fc.oneof(fc.integer({ min: -3, max: 9 }), fc.double({ min: 0, max: 6, noNaN: true })), (value) => {
        const isStep = [1, 2, 3, 4, 5].includes(value);
        expect(judge({ values: { motivation: value } }).length === 0).toBe(isStep);
      }),
    );
  });
});
