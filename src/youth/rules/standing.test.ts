import { describe, expect, it } from "vitest";
import { day } from "../../platform/kernel/day.ts";
import type { CaseFile } from "../contract.ts";
import { youthData as data } from "../data.ts";
import { applied, assessed, ordered, spell, stretch, youngFile } from "../testing/young-file.ts";
import { readinessOn, type Standing, standingOn } from "./standing.ts";

const ON = day("2021-12-31");
const standing = (file: CaseFile): Standing => {
  const found = standingOn(data, file, ON);
  if (!found) throw new Error("no course");
  return found;
};
const missed = (on: string): CaseFile["talks"][number] => ({
  kind: "jobsamtale",
  status: "udeblevet",
  form: null,
  day: day(on),
  guided: false,
});

describe("how a young person's course stands", () => {
  it("counts the days on the benefit and the age, and says when the group is left", () => {
    expect(standing(youngFile())).toMatchObject({ isNow: true, days: 121, age: 21, oldOn: day("2030-03-01") });
    expect(standing(youngFile({ born: "1991-12-01" }))).toMatchObject({ isNow: false, days: 91 });
    expect(standingOn(data, youngFile({ born: null }), ON)).toBeNull();
  });

  it("takes the first readiness that holds (VIS-08)", () => {
    const file = youngFile({
      spells: [
        spell("target_group", "aktivitetsparat", "2021-09-01"),
        spell("target_group", "uddannelsesparat", "2021-10-01", "2021-11-30"),
      ],
    });
    expect(readinessOn(data, file, day("2021-11-01"))?.code).toBe("uddannelsesparat");
    expect(standing(file).readiness?.filter).toBe("activity");
  });

  it("takes assessments and orders of this case, the order with the earliest deadline first", () => {
    const file = youngFile({
      records: {
        youth_assessments: [assessed("2021-10-01"), assessed("2021-06-01")],
        education_orders: [
          ordered("2021-12-01", { demand: "begynd", deadline: "2022-02-01" }),
          ordered("2021-11-01", { deadline: "2022-01-10" }),
          ordered("2021-08-01"),
        ],
      },
    });
    const { assessment, open } = standing(file);
    expect(assessment?.from).toBe(day("2021-10-01"));
    expect(open.map(({ values }) => values.deadline)).toEqual(["2022-01-10", "2022-02-01"]);
    expect(standing(youngFile({ records: { youth_assessments: [assessed("2021-06-01")] } })).assessment).toBeNull();
  });

  it("follows applications: one that waits, one admitted, one whose studies did not begin (YOU-03)", () => {
    const of = (...all: readonly ReturnType<typeof applied>[]): Standing =>
      standing(youngFile({ records: { education_applications: all } }));
    expect(of(applied("2021-03-15")).applied?.from).toBe(day("2021-03-15"));
    expect(of(applied("2021-03-15", { answer: "afvist" })).applications).toEqual([]);
    const begins = "2022-02-01";
    expect(of(applied("2021-11-01", { answer: "optaget", begins })).admitted?.begins).toBe(day(begins));
    expect(of(applied("2021-11-01", { answer: "optaget" })).admitted?.begins).toBeNull();
    const late = applied("2021-10-01", { answer: "optaget", begins: "2021-12-01" });
    expect(of(late)).toMatchObject({ admitted: null, missedStart: day("2021-12-01") });
    const begun = youngFile({
      records: { education_applications: [late] },
      education: [stretch("erhvervsuddannelse", "2021-12-06")],
    });
    expect(standing(begun).missedStart).toBeNull();
  });

  it("sees an education that was broken off lately, until the next runs", () => {
    const broken = { ...stretch("erhvervsuddannelse", "2020-08-01", "2021-08-20"), outcome: "afbrudt" };
    expect(standing(youngFile({ education: [broken] })).brokenOff).toBe(day("2021-08-21"));
    expect(standing(youngFile({ education: [broken, stretch("amu", "2021-12-01")] })).brokenOff).toBeNull();
    const long = { ...stretch("erhvervsuddannelse", "2019-08-01", "2020-08-20"), outcome: "afbrudt" };
    expect(standing(youngFile({ education: [long] })).brokenOff).toBeNull();
  });

  it("counts the talks stayed away from within the days, in this case (YOU-08)", () => {
    const talks = ["2021-12-31", "2021-10-03", "2021-10-02"].map(missed);
    expect(standing(youngFile({ talks })).absences).toBe(2);
    const held = talks.map((talk) => ({ ...talk, status: "holdt" }));
    expect(standing(youngFile({ talks: held })).absences).toBe(0);
  });

  it("lists what was tried, each once, as it began (YOU-07), and duties that are late in its areas", () => {
    const file = youngFile({
      spells: [
        spell("offer", "mentor", "2021-10-01", "2021-10-31"),
        spell("offer", "virksomhedspraktik", "2021-09-05", "2021-09-30"),
        spell("offer", "mentor", "2021-12-01"),
        spell("offer", "loentilskud", "2022-02-01"),
      ],
      ahead: ["youth", "sickness", "contact"].map((area) => ({
        rule: area,
        duty: null,
        area,
        start: day("2021-10-01"),
        due: day("2021-12-30"),
      })),
    });
    expect(standing(file).tried.map(({ code }) => code)).toEqual(["virksomhedspraktik", "mentor"]);
    expect(standing(file).next?.code).toBe("loentilskud");
    expect(standing(file).lateDuties).toBe(2);
  });

  it("knows who has an education already", () => {
    expect(standing(youngFile({ level: "faglaert" })).isEducated).toBe(true);
    expect(standing(youngFile({ level: null })).isEducated).toBe(false);
  });
});
