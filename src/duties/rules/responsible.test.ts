import { describe, expect, it } from "vitest";
import { law } from "../../law/public.ts";
import { day, FOREVER } from "../../platform/kernel/day.ts";
import { someone } from "../testing/people.ts";
import { listName, listOf } from "./responsible.ts";

function listed(
  id: string,
  ...responsible: [unit: string, staff: string | null, from: string, until?: string][]
): string {
  const rule = law.rules.find((one) => one.id === id);
  if (rule === undefined) throw new Error(`no rule ${id}`);
  const timeline = someone({
    responsible: responsible.map(([unit, staff, from, until]) => ({
      unit,
      staff,
      from: day(from),
      until: until === undefined ? FOREVER : day(until),
    })),
  });
  return listName(listOf({ rule }, timeline, day("2021-06-01")));
}

describe("the one list a duty stands on (ORG, ASK-15, ASK-22)", () => {
  it("is the caseworker's, else the unit's, else that of cases without an owner", () => {
    expect(listed("LAB-1WK", ["job", "anna", "2021-01-01"], ["job", null, "2021-05-01"])).toBe("staff:anna");
    expect(listed("LAB-1WK", ["job", null, "2021-01-01"])).toBe("unit:job");
    expect(listed("LAB-1WK")).toBe("no_owner");
    expect(listed("LAB-1WK", ["job", "anna", "2021-01-01", "2021-06-01"])).toBe("no_owner");
  });

  it("is the latest one's when two are responsible at once (CIT-16)", () => {
    expect(listed("LAB-1WK", ["job", "anna", "2021-01-01"], ["sick", "bo", "2021-03-01"])).toBe("staff:bo");
    expect(listed("LAB-1WK", ["sick", "bo", "2021-01-01"], ["job", "anna", "2021-01-01"])).toBe("staff:anna");
  });

  it("is a list of its own for what others must do", () => {
    expect(listed("SDP-EMP4", ["job", "anna", "2021-01-01"])).toBe("others:employer");
    expect(listed("LAB-AK1-2024")).toBe("others:akasse");
  });
});
