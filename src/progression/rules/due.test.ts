import { describe, expect, it } from "vitest";
import { addDays, day } from "../../platform/kernel/day.ts";
import { isDue, weeksSince } from "./due.ts";

const ON = day("2021-06-30");
const ago = (days: number) => addDays(ON, -days);

describe("due for a measurement (CON-20)", () => {
  it("is who was talked with in the weeks and was not measured in them", () => {
    expect(isDue({ measured: null, talk: ago(3) }, ON, 13)).toBe(true);
    expect(isDue({ measured: ago(91), talk: ago(90) }, ON, 13)).toBe(true);
    expect(isDue({ measured: ago(90), talk: ago(90) }, ON, 13)).toBe(false);
  });

  it("is not who was not talked with: that is what the talks miss", () => {
    expect(isDue({ measured: null, talk: null }, ON, 13)).toBe(false);
    expect(isDue({ measured: null, talk: ago(91) }, ON, 13)).toBe(false);
    expect(isDue({ measured: null, talk: addDays(ON, 1) }, ON, 13)).toBe(false);
  });

  it("tells whole weeks", () => {
    expect([0, 6, 7, 13, 14].map((days) => weeksSince(ago(days), ON))).toEqual([0, 0, 1, 1, 2]);
  });
});
