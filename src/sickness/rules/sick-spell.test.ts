import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Day, day } from "../../platform/kernel/day.ts";
import { covers } from "../../platform/kernel/period.ts";
import { fileWith, on } from "../testing/files.ts";
import { isFromJob, sickSpells, spellAround, spellNow, weeksBetween } from "./sick-spell.ts";

describe("days on sickness benefit", () => {
  it("that touch are one stretch; a gap begins another", () => {
    const file = fileWith({
      sick: [
        ["2021-03-01", "2021-04-01"],
        ["2021-01-01", "2021-02-01"],
        ["2021-02-01", "2021-02-15"],
      ],
    });
    expect(sickSpells(file)).toEqual([
      { from: day("2021-01-01"), until: day("2021-02-15") },
      { from: day("2021-03-01"), until: day("2021-04-01") },
    ]);
  });

  it("cover the same days in whatever order and however they are cut", () => {
    const stretch = fc.record({ from: fc.integer({ min: 0, max: 300 }), days: fc.integer({ min: 1, max: 60 }) });
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 6 }), fc.integer({ min: 0, max: 400 }), (some, at) => {
        const spells = some.map(({ from, days }) => ({
          family: "benefit" as const,
          code: "sygedagpenge",
          from: from as Day,
          until: (from + days) as Day,
        }));
        const file = fileWith({ sick: [], spells });
        const isSick = spells.some(({ from, until }) => from <= at && at < until);
        expect(sickSpells(file).some((spell) => covers(spell, at as Day))).toBe(isSick);
        const ends = sickSpells(file).map(({ until }) => until);
        for (const { from } of sickSpells(file).slice(1)) expect(ends).not.toContain(from);
      }),
    );
  });

  it("are looked at while they run and for a year after", () => {
    const file = fileWith({ sick: [["2020-01-01", "2020-06-01"]] });
    expect(spellNow(file, on("2020-05-31"))).not.toBeNull();
    expect(spellNow(file, on("2021-05-31"))).not.toBeNull();
    expect(spellNow(file, on("2021-06-02"))).toBeNull();
    expect([spellAround(file, on("2020-06-01")) !== null, spellAround(file, on("2020-06-02"))]).toEqual([true, null]);
  });

  it("know whether they are from a job, and count whole weeks", () => {
    const file = fileWith({});
    expect([isFromJob(file, on("2021-12-05")), isFromJob(fileWith({ fromJob: false }), on("2021-12-05"))]).toEqual([
      true,
      false,
    ]);
    expect([
      weeksBetween(on("2021-12-01"), on("2021-12-07")),
      weeksBetween(on("2021-12-01"), on("2021-12-08")),
    ]).toEqual([0, 1]);
  });
});
