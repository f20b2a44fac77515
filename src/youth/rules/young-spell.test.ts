import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, ageOn, day, FOREVER } from "../../platform/kernel/day.ts";
import { youthData as data } from "../data.ts";
import { spell, youngFile } from "../testing/young-file.ts";
import { dayOfAge, isSupported, spellNow, supportSpells, youngSpells } from "./young-spell.ts";

const ON = day("2021-12-31");

describe("who is young, and for how long (YOU-01)", () => {
  it("stretches on the benefits of the effort that touch are one; other benefits are none", () => {
    const file = youngFile({
      spells: [
        spell("benefit", "kontanthjaelp", "2021-06-01", "2021-08-31"),
        spell("benefit", "uddannelseshjaelp", "2021-09-01"),
        spell("benefit", "sygedagpenge", "2021-01-01"),
      ],
    });
    expect(supportSpells(data, file)).toEqual([{ from: day("2021-06-01"), until: FOREVER }]);
  });

  it("ends on the thirtieth birthday, and without a birthday nobody is known to be young", () => {
    expect(spellNow(data, youngFile({ born: "1991-12-01" }), ON)?.until).toBe(day("2021-12-01"));
    expect(youngSpells(data, youngFile({ born: null }))).toEqual([]);
    expect(youngSpells(data, youngFile({ born: "1985-01-01" }))).toEqual([]);
  });

  it("somebody is that old on the first day ageOn says so, born on 29 February too", () => {
    expect(dayOfAge(day("1992-02-29"), 30)).toBe(day("2022-03-01"));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 16, max: 40 }), (back, age) => {
        const born = addDays(ON, -back);
        const on = dayOfAge(born, age);
        expect([ageOn(born, addDays(on, -1)), ageOn(born, on)]).toEqual([age - 1, age]);
      }),
    );
  });

  it("a stretch that ended is shown for a year", () => {
    const ended = youngFile({ spells: [spell("benefit", "uddannelseshjaelp", "2020-01-01", "2020-12-31")] });
    expect(spellNow(data, ended, addDays(ON, 1))).toBeNull();
    expect(spellNow(data, ended, ON)?.from).toBe(day("2020-01-01"));
  });

  it("a day with a case counts its first day after, and so many days before as are asked for", () => {
    const file = youngFile({ spells: [spell("benefit", "a_dagpenge", "2021-10-01", "2021-10-31")] });
    const is = (on: string, earlier = 0): boolean => isSupported(data, file, { day: day(on), earlier });
    expect([is("2021-09-30"), is("2021-10-01"), is("2021-11-01"), is("2021-11-02"), is("2021-09-01", 30)]).toEqual([
      false,
      true,
      true,
      false,
      true,
    ]);
  });
});
