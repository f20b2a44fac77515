import { describe, expect, it } from "vitest";
import { day, FOREVER } from "../../platform/kernel/day.ts";
import { type AroundArchetype, type AskedArchetype, archetypeFaults, conclusionFaults } from "./deeds.ts";

const on = day("2021-12-31");
const its = { from: day("2021-11-01"), until: FOREVER };

describe("a conclusion (VIS-02)", () => {
  const faults = (
    asked: Partial<Parameters<typeof conclusionFaults>[0]>,
    said: Parameters<typeof conclusionFaults>[1]["said"],
  ) =>
    conclusionFaults({ conclusion: "i_risiko", reason: "", effortFrom: null, ...asked }, { its, said, on }).map(
      ({ field, code }) => `${field} ${code}`,
    );

  it("needs a reason when it goes against the rule, and only then", () => {
    expect(faults({}, "ikke_i_risiko")).toEqual(["reason against_rule"]);
    expect(faults({ reason: "Har to små børn og ingen bil" }, "ikke_i_risiko")).toEqual([]);
    expect(faults({}, "i_risiko")).toEqual([]);
    expect(faults({}, "uafklaret")).toEqual([]);
  });

  it("has an early effort for those at risk only, within the case and not far ahead", () => {
    expect(faults({ effortFrom: day("2021-12-01") }, "i_risiko")).toEqual([]);
    expect(faults({ effortFrom: day("2021-10-31") }, "i_risiko")).toEqual(["effortFrom effort_before_case"]);
    expect(faults({ effortFrom: day("2023-01-02") }, "i_risiko")).toEqual(["effortFrom too_far_ahead"]);
    expect(faults({ conclusion: "ikke_i_risiko", effortFrom: day("2021-12-01") }, "ikke_i_risiko")).toEqual([
      "effortFrom effort_without_risk",
    ]);
  });
});

describe("an archetype (CIT-05, CIT-06)", () => {
  const AROUND: AroundArchetype = {
    on,
    archetypes: ["misbrug"],
    distances: ["taet_paa", "langt_fra"],
    isFor: true,
    runningFrom: null,
    endedUntil: null,
  };
  const faults = (asked: Partial<AskedArchetype>, around: Partial<AroundArchetype> = {}) =>
    archetypeFaults({ archetype: "misbrug", distance: null, from: on, ...asked }, { ...AROUND, ...around }).map(
      ({ field, code }) => `${field} ${code}`,
    );

  it("is chosen with or without a distance, and a distance without it", () => {
    expect(faults({})).toEqual([]);
    expect(faults({ distance: "taet_paa" })).toEqual([]);
    expect(faults({ archetype: null, distance: "langt_fra" })).toEqual([]);
  });

  it("is one of the municipality's, and for those it is for", () => {
    expect(faults({ archetype: "andet" })).toEqual(["archetype unknown_archetype"]);
    expect(faults({ distance: "midt" })).toEqual(["distance unknown_distance"]);
    expect(faults({}, { isFor: false })).toEqual(["archetype not_activity_ready"]);
    expect(faults({ archetype: null })).toEqual(["archetype nothing_chosen"]);
  });

  it("changes as a dated event: after what runs and what has ended, not ahead", () => {
    const runningFrom = day("2021-06-01");
    expect(faults({ from: day("2022-01-01") })).toEqual(["from in_the_future"]);
    expect(faults({ from: runningFrom }, { runningFrom })).toEqual([]);
    expect(faults({ from: day("2021-05-31") }, { runningFrom })).toEqual(["from before_running"]);
    expect(faults({ from: day("2021-05-31") }, { endedUntil: runningFrom })).toEqual(["from before_running"]);
    // Ending is open to anybody it runs for, also when they are no longer among those it is for, but not on its first day.
    expect(faults({ archetype: null }, { runningFrom, isFor: false })).toEqual([]);
    expect(faults({ archetype: null, from: runningFrom }, { runningFrom })).toEqual(["from before_running"]);
  });
});
