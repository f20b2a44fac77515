import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { day } from "../platform/kernel/day.ts";
import { instrumentsOn, progression, readInstruments } from "./instruments.ts";

const text = readFileSync(new URL("./instruments.yaml", import.meta.url), "utf8");
const said = (from: string, to: string): string => {
  expect(text).toContain(from);
  try {
    readInstruments(text.replace(from, to));
    return "it was read";
  } catch (error) {
    return String((error as Error).message);
  }
};

describe("the instruments of progression (CON-20, CIT-12, VIS-16)", () => {
  it("measure motivation, work identity and belief in own ability, by the citizen and by the caseworker", () => {
    const wanted = ["motivation", "arbejdsidentitet", "tro_paa_egne_evner"];
    for (const answeredBy of ["borger", "medarbejder"]) {
      const own = progression.instruments.filter((one) => one.answeredBy === answeredBy);
      expect(own.some(({ dimensions }) => wanted.every((code) => dimensions.some((one) => one.code === code)))).toBe(
        true,
      );
    }
    expect(instrumentsOn(day("2021-06-30"))).toHaveLength(2);
    expect(instrumentsOn(day("2011-12-31"))).toEqual([]);
  });

  it("say where each dimension comes from, in both languages, and what is the product's own", () => {
    for (const { label, source } of Object.values(progression.dimensions))
      expect([label.da, label.en, source]).not.toContain("");
    for (const { source, assumption } of progression.instruments) expect([source, assumption]).not.toContain(null);
    for (const { source } of Object.values(progression.dimensions)) expect(source).toMatch(/(2012|2015|2016) pp?\. \d/);
  });

  it("name no commercial tool", () => {
    expect(text).not.toMatch(/momentum/i);
  });

  it("stop the start with file, line and reason when something is wrong", () => {
    expect(said('netvaerk: ["Jeg har nogen', 'netvaerket: ["Jeg har nogen')).toMatch(
      /instruments\.yaml:\d+: instruments\.0\.dimensions\.netvaerket: there is no dimension netvaerket/,
    );
    expect(said("scale: {from: 1, to: 5", "scale: {from: 5, to: 5")).toContain("the scale ends before it begins");
    expect(said("code: faglig_vurdering_1", "code: egen_vurdering_1")).toContain("two instruments are called");
    expect(said("to: null", "to: 2011-01-01")).toContain("its last day is before its first");
    expect(said("[aktivitetsparat, jobparat]\n", "[jobparat, jobparat]\n")).toContain("stands twice");
    expect(said("[aktivitetsparat, jobparat]\n", "[uddannelsesparat, aktivitetsparat]\n")).toContain("the opposite");
    expect(said("    answered_by: borger\n", "    answered_by: nabo\n")).toMatch(/:\d+: instruments\.0\.answered_by/);
    expect(said("weeks: 13", "weeks: 0")).toContain("talks.weeks");
    expect(said("dimensions:\n", "dimensions: [\n")).toMatch(/instruments\.yaml:\d+: YAML/);
  });
});
