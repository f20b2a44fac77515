import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { day } from "../platform/kernel/day.ts";
import { readGroupings } from "./groupings.ts";

const TEXT = readFileSync(new URL("./groupings.yaml", import.meta.url), "utf8");
const two = (second: string): string => `${TEXT}
  - id: holbaek_segmenter
    ${second}
    label: {da: "S", en: "S"}
    source: "Vedtaget"
    from: 2022-01-01
    groups: [{id: i_risiko, label: {da: "I risiko", en: "At risk"}, when: [{supportMonthsFrom: 3}]}]
`;

describe("the file of groupings (CIT-03, CIT-08)", () => {
  it("stops the start with file, line and reason when a row is wrong", () => {
    const wrong = TEXT.replace("supportMonthsFrom: 36", "supportMonthFrom: 36");
    const line = TEXT.split("\n").findIndex((one) => one.includes("supportMonthsFrom: 36")) + 1;
    expect(() => readGroupings(wrong)).toThrow(`groupings.yaml:${line}:`);
    expect(() => readGroupings(wrong)).toThrow("supportMonthFrom");
  });

  it("has a new version of the segments with days of its own, or none", () => {
    const ended = two("segments: true").replace("from: 2020-01-01", "from: 2020-01-01\n    until: 2022-01-01");
    expect(readGroupings(ended).filter((one) => one.segments)).toMatchObject([
      { from: day("2020-01-01"), until: day("2022-01-01") },
      { from: day("2022-01-01"), until: null },
    ]);
    expect(() => readGroupings(two("segments: true"))).toThrow("two versions that hold on 2022-01-01");
    expect(() => readGroupings(two("reads: []"))).toThrow("not marked segments");
  });

  it("has segments that ask only for what list, page and language all know", () => {
    const wrong = TEXT.replace("- {supportMonthsFrom: 36}", "- {supportMonthsFrom: 36, targetGroups: [jobparat]}");
    expect(() => readGroupings(wrong)).toThrow("asks for target groups");
    expect(() => readGroupings(TEXT.replace("    segments: true\n", ""))).toThrow(
      "one grouping must be marked segments",
    );
  });
});
