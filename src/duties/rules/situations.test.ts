import { describe, expect, it } from "vitest";
import { law } from "../../law/public.ts";
import { day, FOREVER, isoDay } from "../../platform/kernel/day.ts";
import { someone, spell } from "../testing/people.ts";
import { compileLaw } from "./compile.ts";
import { birthday, episodesOf, exemptDays, lifeOf } from "./situations.ts";

const compiled = compileLaw({ law, municipality: null });

function ruleNamed(id: string) {
  const found = compiled.rules.find(({ rule }) => rule.id === id);
  if (found === undefined) throw new Error(`no rule ${id}`);
  return found;
}

const iso = (stretches: readonly { from: ReturnType<typeof day>; until: ReturnType<typeof day> }[]): string[] =>
  stretches.map(({ from, until }) => `${isoDay(from)}..${until === FOREVER ? "" : isoDay(until)}`);

describe("a timeline as it was known on a day", () => {
  const timeline = someone({
    born: null,
    spells: [
      spell("benefit/a_dagpenge", "2020-01-01", "2020-06-30"),
      spell("benefit/sygedagpenge", "2020-07-01"),
      spell("benefit/fleksjob", "2022-01-01"),
    ],
    events: [{ code: "jobsamtale", day: day("2020-05-01") }],
  });

  it("has nothing that came later, and no end that had not come", () => {
    const life = lifeOf(timeline, compiled, day("2020-04-01"));
    expect(iso(life.segments)).toEqual(["2020-01-01.."]);
    expect(life.events).toEqual([]);
    expect(iso(lifeOf(timeline, compiled, day("2020-07-01")).segments)).toEqual([
      "2020-01-01..2020-07-01",
      "2020-07-01..",
    ]);
  });

  it("puts a citizen in one target group at a time, sickness before unemployment", () => {
    const both = someone({
      born: null,
      spells: [spell("benefit/a_dagpenge", "2020-01-01"), spell("benefit/sygedagpenge", "2020-03-01")],
    });
    const life = lifeOf(both, compiled, day("2020-12-31"));
    const codes = life.segments.map(({ group }) => [...compiled.bits.group].find(([, bit]) => bit === group)?.[0]);
    expect(codes).toEqual(["dagpenge", "syg"]);
  });

  it("ends a rule about the young on the birthday (CIT-13)", () => {
    const young = someone({ born: day("1990-02-15"), spells: [spell("target_group/jobparat", "2019-12-01")] });
    expect(iso(episodesOf(ruleNamed("OFF-JP-3M"), lifeOf(young, compiled, day("2020-12-31"))))).toEqual([
      "2019-12-01..2020-02-15",
    ]);
    expect(isoDay(birthday(day("1992-02-29"), 29))).toBe("2021-03-01");
  });

  it("joins exemptions that meet, within the days their rules are in force", () => {
    const exempt = someone({
      spells: [
        spell("benefit/a_dagpenge", "2019-01-01"),
        spell("circumstance/fritaget_106", "2019-12-01", "2020-02-29"),
        spell("circumstance/ordinaert_arbejde_20_timer", "2020-03-01", "2020-03-31"),
      ],
    });
    const life = lifeOf(exempt, compiled, day("2020-12-31"));
    expect(iso(exemptDays(ruleNamed("OFF-6M"), life))).toEqual(["2020-01-01..2020-04-01"]);
    expect(iso(exemptDays(ruleNamed("LAB-K6-2020"), life))).toEqual(["2020-01-01..2020-03-01"]);
  });
});
