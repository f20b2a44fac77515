import { describe, expect, it } from "vitest";
import { addDays, day } from "../../platform/kernel/day.ts";
import { differenceBetween } from "../in-force.ts";
import { law } from "../law.ts";
import { pairChanges } from "./pair-changes.ts";

function on(text: string, municipality: string | null = null): { pairs: string[]; came: string[]; went: string[] } {
  const at = day(text);
  const { pairs, came, went } = pairChanges(differenceBetween({ law, municipality }, addDays(at, -1), at));
  return {
    pairs: pairs.map(({ before, after }) => `${before.id} > ${after.id}`),
    came: came.map(({ id }) => id),
    went: went.map(({ id }) => id),
  };
}

describe("what took the place of what (RULE-01)", () => {
  it("finds the six talks of 2020 in the place of the monthly ones, and one first offer in the place of three", () => {
    const { pairs, went } = on("2020-01-01");
    expect(pairs).toEqual(
      expect.arrayContaining([
        "LAB-MONTH-2015 > LAB-K6-2020",
        "LAB-JOINT1-2015 > LAB-K6-2020.JOINT1",
        "LAB-APARAT-2014 > LAB-1WK",
        "OFF-DP-6M-2015 > OFF-6M",
        "OFF-JP-3M > OFF-6M",
        "OFF-AP-6M-2014 > OFF-6M",
      ]),
    );
    expect(went).toContain("SDP-4W");
  });

  it("finds what the unemployment fund and the municipality do in the place of what they did in 2024", () => {
    expect(on("2024-01-01").pairs).toEqual(
      expect.arrayContaining(["LAB-AK-2020 > LAB-AK1-2024", "LAB-J16-2020 > LAB-16M"]),
    );
  });

  it("finds none on 1 July 2025, when one benefit took the place of four and no duty changed", () => {
    const { pairs, came } = on("2025-07-01");
    expect(pairs).toEqual([]);
    expect(came).toContain("KTH-ONE");
  });

  it("finds the shares of 2026 in the place of what each citizen was owed", () => {
    const { pairs } = on("2026-07-01");
    expect(pairs).toEqual(expect.arrayContaining(["LAB-4IN6 > LAB-JP-4", "OFF-6M > OFF-75-2026"]));
  });

  it("pairs each rule at least once or leaves it with those that came or went, and loses none", () => {
    for (const text of ["2015-01-05", "2020-01-01", "2024-01-01", "2026-07-01"]) {
      const at = day(text);
      const given = differenceBetween({ law, municipality: null }, addDays(at, -1), at);
      const { pairs, came, went } = pairChanges(given);
      const [afters, befores] = [new Set(pairs.map(({ after }) => after)), new Set(pairs.map(({ before }) => before))];
      expect(new Set([...came, ...afters])).toEqual(new Set(given.came));
      expect(new Set([...went, ...befores])).toEqual(new Set(given.went));
      for (const rule of came) expect(afters.has(rule)).toBe(false);
      for (const rule of went) expect(befores.has(rule)).toBe(false);
    }
  });

  it("never puts a municipality's own rule in the place of the law's", () => {
    const { pairs, came, went } = on("2012-03-01", "0159");
    expect(pairs).toEqual([]);
    expect(came).toContain("GLX-SICK-6W");
    expect(went).toContain("VIS-MREV");
  });
});
