import { describe, expect, it } from "vitest";
import { benefitCodes, benefits } from "./benefits.ts";

/** The codes of the benefits that existed on a day. */
const on = (day: string): readonly string[] =>
  benefits.filter(({ from, until }) => from <= day && (until === undefined || day < until)).map(({ code }) => code);

describe("benefits by date (CIT-02)", () => {
  it("end on 1 July 2025 where the new kontanthjælp takes over: law-and-data 1.8, KTH-ONE", () => {
    const ended = on("2025-06-30").filter((code) => !on("2025-07-01").includes(code));
    expect(ended.sort()).toEqual(["overgangsydelse", "selvforsoergelses_og_hjemrejseydelse", "uddannelseshjaelp"]);
    expect(on("2025-07-01")).toContain("kontanthjaelp");
    expect(on("2025-07-01").filter((code) => !on("2025-06-30").includes(code))).toEqual([]);
  });

  it("follow each other where one took another's place, with no day between and none on which both are", () => {
    for (const [day, before, after] of [
      ["2020-03-01", "integrationsydelse", "selvforsoergelses_og_hjemrejseydelse"],
      ["2025-07-01", "overgangsydelse", "kontanthjaelp"],
    ] as const) {
      expect(benefits.find(({ code }) => code === before)?.until).toBe(day);
      expect(on(day)).toContain(after);
      expect(on(day)).not.toContain(before);
    }
  });

  it("stay known by name after they have ended, and end after they began", () => {
    for (const { code, from, until } of benefits) {
      expect(benefitCodes[code]?.da).toBeTruthy();
      if (until !== undefined) expect(until > from, code).toBe(true);
    }
  });
});
