import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { day } from "../platform/kernel/day.ts";
import { checkDefinitions } from "./checked.ts";
import { archetypeSets, readArchetypes, readScreenings, screeningRows } from "./definitions.ts";
import { words as vocabulary } from "./testing/words.ts";

const read = (file: string): string => readFileSync(new URL(file, import.meta.url), "utf8");
const SCREENINGS = read("./screenings.yaml");
const ARCHETYPES = read("./archetypes.yaml");
const checked = (text: string) => checkDefinitions(vocabulary, { screenings: readScreenings(text) });
const changed = (from: string, to: string): string => {
  expect(SCREENINGS).toContain(from);
  return SCREENINGS.replace(from, to);
};

describe("the screenings as data (VIS-02, VIS-03)", () => {
  const on = day("2021-12-31");
  const active = checkDefinitions(vocabulary).screeningsOn("0316", on);

  it("are of the newly unemployed and the newly sick-listed, psychological vulnerability by itself", () => {
    expect(active.map(({ row }) => row.id)).toEqual(["nyledige", "nysygemeldte", "psykisk_saarbarhed"]);
    expect(
      checkDefinitions(vocabulary)
        .screeningsOn("0316", day("2015-12-31"))
        .map(({ row }) => row.id),
    ).toEqual(["nyledige"]);
  });

  it("name their sources, and mark what no source names as ours", () => {
    const criteria = screeningRows.flatMap((row) => row.criteria);
    expect(criteria.filter(({ source }) => source === "–").every(({ own: isOwn }) => isOwn)).toBe(true);
    expect(screeningRows.every(({ assumption }) => assumption !== undefined)).toBe(true);
  });

  it("have sex and origin as criteria that are off, with the reason, until a municipality decides openly", () => {
    const off = active[0]?.criteria.filter(({ isOff }) => isOff).map(({ row }) => row.id);
    expect(off).toEqual(["koen", "herkomst"]);
    const decided = changed(
      `        source: "Gladsaxe 2012, s. 14"\n        off:\n          da: "Kilden nævner køn`,
      `        source: "Gladsaxe 2012, s. 14"\n        on_for: [{municipality: "0316", from: 2021-06-01, decision: "Udvalget 01.05.2021, punkt 4", when: "citizen.sex == 'mand'"}]\n        off:\n          da: "Kilden nævner køn`,
    );
    const used = (municipality: string, at: string) =>
      checked(decided)
        .screeningsOn(municipality, day(at))[0]
        ?.criteria.find(({ row }) => row.id === "koen");
    expect(used("0316", "2021-06-01")).toMatchObject({ isOff: false, decision: "Udvalget 01.05.2021, punkt 4" });
    expect(used("0316", "2021-05-31")).toMatchObject({ isOff: true, decision: null });
    expect(used("0159", "2021-06-01")).toMatchObject({ isOff: true });
  });

  it("stop the start with file, line and reason when the row is wrong", () => {
    const line = SCREENINGS.split("\n").findIndex((one) => one.includes("at_risk: {at_least: 2}")) + 1;
    expect(() => readScreenings(changed("at_risk: {at_least: 2}", "at_risk: {at_least: 2, points: 3}"))).toThrow(
      `screenings.yaml: line ${line}`,
    );
    const wrong = (from: string, to: string, why: string) => expect(() => checked(changed(from, to))).toThrow(why);
    wrong("at_risk: {at_least: 2}", "at_risk: {at_least: 9}", "wants more criteria");
    wrong("any: [lang_sygdom]", "any: [lang]", "names lang, which is no criterion");
    wrong("        counts: ja\n", "", "it needs both");
    wrong("citizen.age >= 55", "citizen.agge >= 55", "citizen.age");
    wrong("citizen.age >= 55", "'loentilskud' in citizen.offers", "senior");
    wrong("until_weeks: 52", "until_weeks: 2", "until_weeks is before within_weeks");
    wrong("id: nysygemeldte", "id: nyledige", "end the version before");
  });

  it("are versions with days of their own", () => {
    const row = screeningRows[0];
    if (!row) throw new Error("there are screenings");
    const versions = [
      { ...row, until: day("2022-01-01") },
      { ...row, from: day("2022-01-01"), at_risk: { at_least: 3, any: [] } },
    ];
    const at = (iso: string) =>
      checkDefinitions(vocabulary, { screenings: versions })
        .screeningsOn("0316", day(iso))
        .map(({ row: held }) => held.at_risk.at_least);
    expect([at("2021-12-31"), at("2022-01-01")]).toEqual([[2], [3]]);
  });
});

describe("archetypes as data (CIT-05, CIT-06)", () => {
  it("are ten in the example, marked as ours, each with a strategy that begins at the first meeting", () => {
    const [example] = archetypeSets;
    expect(example).toMatchObject({ own: true, municipality: null });
    expect(example?.archetypes).toHaveLength(10);
    for (const { id, steps } of example?.archetypes ?? [])
      expect([id, steps.some(({ first }) => first), new Set(steps.map(({ who }) => who)).size > 1]).toEqual([
        id,
        true,
        true,
      ]);
  });

  it("are a municipality's own where it has them", () => {
    const [example] = archetypeSets;
    if (!example) throw new Error("there is an example");
    const sets = [example, { ...example, id: "holbaek", municipality: "0316", from: day("2022-01-01") }];
    const definitions = checkDefinitions(vocabulary, { sets });
    const id = (municipality: string, on: string) => definitions.archetypesOn(municipality, day(on))?.row.id;
    expect([
      id("0316", "2022-01-01"),
      id("0159", "2022-01-01"),
      id("0316", "2021-12-31"),
      id("0316", "2000-01-01"),
    ]).toEqual(["holbaek", "eksempel", "eksempel", undefined]);
  });

  it("stop the start when a step is for nobody that is named", () => {
    expect(() => readArchetypes(ARCHETYPES.replace("who: psykiatri,", "who: psykiatrien,"))).toThrow(
      "nobody is called psykiatrien",
    );
  });
});
