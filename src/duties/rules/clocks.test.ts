import { describe, expect, it } from "vitest";
import { law } from "../../law/public.ts";
import { day, isoDay } from "../../platform/kernel/day.ts";
import type { FactSpell } from "../contract.ts";
import { someone, spell } from "../testing/people.ts";
import { endOfMonth, passings, startOfMonth } from "./clocks.ts";
import { compileLaw } from "./compile.ts";
import { lifeOf } from "./situations.ts";

const compiled = compileLaw({ law, municipality: null });

function passingsOf(spells: readonly FactSpell[], asOf: string): string[] {
  const trigger = law.rules.find(({ id }) => id === "SDP-22W")?.trigger;
  if (trigger?.kind !== "received") throw new Error("SDP-22W counts days received");
  return passings(trigger, lifeOf(someone({ spells }), compiled, day(asOf)), compiled.bits).map(isoDay);
}

describe("22 weeks of sickness benefit in 9 calendar months (SDPL § 24)", () => {
  it("are passed on the 155th day", () => {
    expect(passingsOf([spell("benefit/sygedagpenge", "2021-01-01")], "2021-12-31")).toEqual(["2021-06-04"]);
    expect(passingsOf([spell("benefit/sygedagpenge", "2021-01-01", "2021-06-03")], "2021-12-31")).toEqual([]);
  });

  it("are counted over breaks, and without the employer's days", () => {
    const days = [
      spell("benefit/sygedagpenge", "2021-01-01", "2021-03-31"),
      spell("benefit/sygedagpenge", "2021-05-01"),
    ];
    expect(passingsOf(days, "2021-12-31")).toEqual(["2021-07-04"]);
    expect(
      passingsOf([...days, spell("circumstance/arbejdsgiverperiode", "2021-01-01", "2021-01-30")], "2021-12-31"),
    ).toEqual(["2021-08-03"]);
  });

  it("fall out again as months pass, and can be passed a second time", () => {
    const days = [
      spell("benefit/sygedagpenge", "2020-01-01", "2020-06-30"),
      spell("benefit/sygedagpenge", "2021-06-01", "2021-12-31"),
    ];
    expect(passingsOf(days, "2021-12-31")).toEqual(["2020-06-03", "2021-11-02"]);
  });

  it("are counted in the running month and the eight before it", () => {
    const days = [
      spell("benefit/sygedagpenge", "2021-01-01", "2021-01-31"),
      spell("benefit/sygedagpenge", "2021-06-01"),
    ];
    expect(passingsOf(days, "2021-12-31")).toEqual(["2021-11-02"]);
  });

  it("are not passed before the day they are", () => {
    expect(passingsOf([spell("benefit/sygedagpenge", "2021-01-01")], "2021-06-03")).toEqual([]);
  });
});

it("knows the first and the last day of a month", () => {
  expect(isoDay(startOfMonth(day("2024-02-29")))).toBe("2024-02-01");
  expect(isoDay(endOfMonth(day("2024-02-01")))).toBe("2024-02-29");
});
