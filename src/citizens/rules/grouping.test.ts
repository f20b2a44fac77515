import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { benefits } from "../../law/public.ts";
import { day } from "../../platform/kernel/day.ts";
import { groupings } from "../groupings.ts";
import { benefitsSince, type Grouped, type Grouping, groupOf, versionsOn } from "./grouping.ts";

const [holbaek, gladsaxe, segments] = groupings;
const on = day("2021-06-30");
const person = (age: number | null, benefit: string | null, targetGroup: string | null = null): Grouped => ({
  age,
  benefits: benefit === null ? [] : [benefit],
  targetGroups: targetGroup === null ? [] : [targetGroup],
  supportSince: null,
  benefitSince: new Map(),
});
const ids = (who: Grouped): readonly (string | undefined)[] =>
  [holbaek, gladsaxe].map((grouping) => grouping && groupOf(grouping, who, on)?.id);

describe("two municipalities' groupings side by side (CIT-03)", () => {
  it("are Holbæk's four and Gladsaxe's seven", () => {
    expect(groupings.map(({ id, groups }) => [id, groups.length])).toEqual([
      ["holbaek_4", 4],
      ["gladsaxe_7", 7],
      ["holbaek_segmenter", 6],
    ]);
  });

  it.each([
    [person(45, "a_dagpenge"), "jobklare", "jobklare_over_30"],
    [person(24, "a_dagpenge"), "jobklare", "unge_under_30"],
    [person(45, "kontanthjaelp", "aktivitetsparat"), "aktivitetsparate", "andre_problemer_over_30"],
    [person(45, "kontanthjaelp", "jobparat"), "jobklare", "jobklare_over_30"],
    [person(45, "sygedagpenge", "jobparat"), "uarbejdsdygtige", "sygedagpengemodtagere"],
    [person(45, "jobafklaring"), "uarbejdsdygtige", "sygedagpengemodtagere"],
    [person(45, "ledighedsydelse"), "varige_begraensninger", "fleksjobvisiterede"],
    [person(60, "foertidspension"), "varige_begraensninger", "foertidspensionister"],
    [person(45, "selvforsoergelses_og_hjemrejseydelse", "integrationsprogram"), undefined, "integrationsloven"],
    [person(22, "uddannelseshjaelp", "uddannelsesparat"), undefined, "unge_under_30"],
    [person(null, "kontanthjaelp"), undefined, undefined],
    [person(45, null), undefined, undefined],
  ])("put %o in one group of each, or in none", (who, four, seven) => expect(ids(who)).toEqual([four, seven]));

  it("keep renamed benefits in the group of the one they followed (CIT-02)", () => {
    const successors = benefits.filter(({ row }) => row === "integrationsydelse").map(({ code }) => code);
    expect(successors.length).toBeGreaterThan(2);
    for (const code of successors) expect(ids(person(40, code))[1]).toBe("integrationsloven");
  });

  it("do not hold before their day", () => {
    expect(holbaek && groupOf(holbaek, person(45, "a_dagpenge"), day("2015-12-31"))).toBeNull();
    expect(gladsaxe && groupOf(gladsaxe, person(45, "a_dagpenge"), day("2015-12-31"))?.id).toBe("jobklare_over_30");
  });

  it("put everybody on a benefit for the unemployed over 30 in some group of Gladsaxe's", () => {
    const codes = benefits.filter(({ groups }) => groups.includes("unemployed")).map(({ code }) => code);
    fc.assert(
      fc.property(
        fc.integer({ min: 30, max: 66 }),
        fc.constantFrom(...codes.filter((code) => code !== "uddannelseshjaelp")),
        (age, code) => {
          expect(ids(person(age, code))[1]).toBeDefined();
        },
      ),
    );
  });
});

describe("segments of distance to the labour market (CIT-07, CIT-08, CIT-09)", () => {
  const since = (from: string): Grouped => ({ ...person(45, "kontanthjaelp"), supportSince: day(from) });
  const segment = (who: Grouped, at = on): string | undefined => segments && groupOf(segments, who, at)?.id;

  it("go by unbroken time on support: half a year, a year, three years", () => {
    expect(segment(since("2021-01-01"))).toBe("kernearbejdskraft");
    expect(segment(since("2020-12-31"))).toBe("i_risiko");
    expect(segment(since("2020-06-30"))).toBe("langtidsforsoergede");
    expect(segment(since("2018-06-30"))).toBe("paa_kanten");
    expect(segment(person(45, null))).toBeUndefined();
  });

  it("put pensioners outside, and those long in flexjob apart: they are on the labour market", () => {
    expect(segment({ ...since("2010-01-01"), benefits: ["foertidspension"] })).toBe("udenfor");
    const flexjob = (from: string): Grouped => ({
      ...person(45, "fleksjob"),
      benefitSince: new Map([["fleksjob", day(from)]]),
    });
    expect(segment(flexjob("2020-06-30"))).toBe("langtid_fleksjob");
    expect(segment(flexjob("2021-01-01"))).toBeUndefined();
  });

  it("say how they read what the plan leaves open, and do not hold before it", () => {
    expect(segments?.reads.map(({ asked }) => asked.en)).toEqual([
      "From half a year to a year",
      "Whether the core workforce is expected ready",
      "Breaks in support",
      "Persons or full-time persons",
      "'The last three years' or 'more than 3 years'",
    ]);
    expect(segment(since("2019-01-01"), day("2019-12-31"))).toBeUndefined();
  });

  it("hold by their version: the old one on its days, the new one on the rest (CIT-08)", () => {
    const [first] = groupings;
    if (!first) throw new Error("there are groupings");
    const of = (from: string, until: string | null, group: string): Grouping => ({
      ...first,
      id: "s",
      from: day(from),
      until: until === null ? null : day(until),
      groups: [{ id: group, label: { da: group, en: group }, when: [{ supportMonthsFrom: 0 }] }],
    });
    const versions = [of("2020-01-01", "2021-01-01", "old"), of("2021-01-01", null, "new")];
    const held = (at: string): readonly (string | undefined)[] =>
      versionsOn(versions, day(at)).map((one) => groupOf(one, since("2015-01-01"), day(at))?.id);
    expect([held("2020-12-31"), held("2021-01-01"), held("2019-12-31")]).toEqual([["old"], ["new"], [undefined]]);
  });
});

describe("since when somebody is on a benefit", () => {
  it("is the earliest of the spells of it that hold on the day, whatever their order", () => {
    const spells = [
      { benefit: "fleksjob", from: day("2021-01-01"), until: day("2022-01-01") },
      { benefit: "fleksjob", from: day("2019-01-01"), until: day("2021-07-01") },
      { benefit: "fleksjob", from: day("2010-01-01"), until: day("2011-01-01") },
      { benefit: "a_dagpenge", from: day("2021-06-30"), until: day("2021-06-30") },
    ];
    const expected = new Map([["fleksjob", day("2019-01-01")]]);
    expect(benefitsSince(spells, on)).toEqual(expected);
    expect(benefitsSince(spells.toReversed(), on)).toEqual(expected);
  });
});
