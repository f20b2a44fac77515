import { describe, expect, it } from "vitest";
import { law } from "../../law/public.ts";
import { addDays, type Day, day, FOREVER, isoDay } from "../../platform/kernel/day.ts";
import { compileLaw } from "./compile.ts";
import { dueDay } from "./due-day.ts";

const compiled = compileLaw({ law, municipality: null });

function dueOf(
  id: string,
  nominal: string,
  around: { exempt?: [string, string?][]; granted?: string; limit?: string } = {},
): string | null {
  const rule = compiled.rules.find((one) => one.rule.id === id);
  if (rule === undefined) throw new Error(`no rule ${id}`);
  const exempt = (around.exempt ?? []).map(([first, last]) => ({
    from: day(first),
    until: last === undefined ? FOREVER : addDays(day(last), 1),
  }));
  const bit = compiled.bits.event.get("loentilskud_givet") ?? 0;
  const due: Day | null = dueDay({
    clock: {
      start: day("2021-01-01"),
      opens: day("2021-01-01"),
      nominal: day(nominal),
      limit: day(around.limit ?? "2022-12-31"),
    },
    rule,
    exempt,
    events: around.granted === undefined ? [] : [{ day: day(around.granted), bit }],
  });
  return due === null ? null : isoDay(due);
}

describe("a conversation's deadline stands still while the duty rests", () => {
  it("moves one day for each exempt day up to it", () => {
    expect(dueOf("LAB-1WK", "2021-01-08", { exempt: [["2021-01-03", "2021-01-05"]] })).toBe("2021-01-11");
    expect(dueOf("LAB-1WK", "2021-01-08", { exempt: [["2020-12-01", "2021-01-02"]] })).toBe("2021-01-10");
    expect(
      dueOf("LAB-1WK", "2021-01-08", {
        exempt: [
          ["2021-01-08", "2021-01-09"],
          ["2021-01-10", "2021-01-10"],
        ],
      }),
    ).toBe("2021-01-11");
  });

  it("is not moved by an exemption after it: what was late stays late", () => {
    expect(dueOf("LAB-1WK", "2021-01-08", { exempt: [["2021-01-09", "2021-02-28"]] })).toBe("2021-01-08");
  });

  it("is not known while the exemption runs", () => {
    expect(dueOf("LAB-1WK", "2021-01-08", { exempt: [["2021-01-05"]], limit: "2021-06-01" })).toBeNull();
    expect(dueOf("LAB-1WK", "2021-01-08", { exempt: [["2021-01-05"]], limit: "2021-01-04" })).toBe("2021-01-08");
  });
});

describe("the first offer's deadline (LAB § 102(3) and (4))", () => {
  it("stays when the exemption ended before it", () => {
    expect(dueOf("OFF-6M", "2021-07-01", { exempt: [["2021-03-01", "2021-06-30"]] })).toBe("2021-07-01");
  });

  it("moves to a month after an exemption it falls in", () => {
    expect(dueOf("OFF-6M", "2021-07-01", { exempt: [["2021-06-15", "2021-07-15"]] })).toBe("2021-08-15");
    expect(
      dueOf("OFF-6M", "2021-07-01", {
        exempt: [
          ["2021-06-15", "2021-07-15"],
          ["2021-08-01", "2021-08-20"],
        ],
      }),
    ).toBe("2021-09-20");
    expect(dueOf("OFF-6M", "2021-07-01", { exempt: [["2021-06-15"]], limit: "2021-07-10" })).toBeNull();
  });

  it("is three weeks later, once, when a wage subsidy was granted in time", () => {
    expect(dueOf("OFF-6M", "2021-07-01", { granted: "2021-07-01" })).toBe("2021-07-22");
    expect(dueOf("OFF-6M", "2021-07-01", { granted: "2021-07-02" })).toBe("2021-07-01");
    expect(dueOf("OFF-6M", "2021-07-01", { granted: "2021-06-01", exempt: [["2021-07-22", "2021-07-31"]] })).toBe(
      "2021-08-31",
    );
  });
});
