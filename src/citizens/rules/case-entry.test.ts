import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type Day, day, FOREVER } from "../../platform/kernel/day.ts";
import { type Around, type Entry, judgeEntry, type Recorded } from "./case-entry.ts";

const ON = day("2026-03-01");
const codes = ["a", "b"];
const around = (...recorded: Recorded[]): Around => ({ on: ON, codes, recorded });
const entry = (values: Partial<Entry>): Entry => ({
  kind: "circumstance",
  code: "a",
  from: ON,
  until: FOREVER,
  ...values,
});
const spell = (id: string, from: string, until: Day = FOREVER): Recorded => ({ id, code: "a", from: day(from), until });
const told = (asked: Entry, where: Around): readonly string[] =>
  judgeEntry(asked, where).faults.map(({ field, code, other }) => `${field} ${code} ${other?.id ?? ""}`.trim());

describe("what is noted in a case by hand", () => {
  it("is refused where it cannot be: unknown, not happened yet, ended before it began", () => {
    expect(told(entry({ code: "x" }), around())).toEqual(["code unknown_code"]);
    expect(told(entry({ kind: "step", from: addDays(ON, 1) }), around())).toEqual(["from in_the_future"]);
    expect(told(entry({ from: addDays(ON, 400) }), around())).toEqual(["from too_far_ahead"]);
    expect(told(entry({ from: day("1912-01-01") }), around())).toEqual(["from too_long_ago"]);
    expect(told(entry({ until: ON }), around())).toEqual(["to ends_before"]);
    // What was recorded before 1970 is counted as any day.
    expect(told(entry({ from: day("1941-01-01") }), around())).toEqual([]);
  });

  it("is not the same step twice on a day, nor the same circumstance twice at once", () => {
    const step = entry({ kind: "step" });
    expect(told(step, around({ id: "s1", code: "a", from: ON, until: addDays(ON, 1) }))).toEqual(["from same_step s1"]);
    expect(told(step, around({ id: "s1", code: "b", from: ON, until: addDays(ON, 1) }))).toEqual([]);
    expect(told(entry({}), around(spell("c1", "2026-01-01")))).toEqual(["from overlaps c1"]);
    expect(told(entry({ code: "b" }), around(spell("c1", "2026-01-01")))).toEqual([]);
    // The day one ends the next may begin.
    expect(told(entry({}), around(spell("c1", "2026-01-01", ON)))).toEqual([]);
  });

  it("ends the running target group the day a new one begins (CIT-04, VIS-16)", () => {
    const asked = entry({ kind: "target_group", code: "b" });
    expect(judgeEntry(asked, around(spell("g1", "2026-01-01")))).toEqual({
      faults: [],
      ends: spell("g1", "2026-01-01"),
    });
    // One that began later, or the same again, is a mistake to be looked at.
    expect(told(asked, around(spell("g1", "2026-04-01")))).toEqual(["from overlaps g1"]);
    expect(told(entry({ kind: "target_group" }), around(spell("g1", "2026-01-01")))).toEqual(["from overlaps g1"]);
  });

  it("never leaves two target groups at once, whatever order they are noted in", () => {
    const asked = fc.record({
      code: fc.constantFrom("a", "b"),
      at: fc.integer({ min: -300, max: 300 }),
      days: fc.option(fc.integer({ min: 1, max: 200 })),
    });
    fc.assert(
      fc.property(fc.array(asked, { maxLength: 12 }), (all) => {
        const recorded = all.reduce<readonly Recorded[]>((before, { code, at, days }, i) => {
          const from = addDays(ON, at);
          const until = days === null ? FOREVER : addDays(from, days);
          const { faults, ends } = judgeEntry(
            { kind: "target_group", code, from, until },
            { ...around(), recorded: before },
          );
          const after = before.map((one) => (one.id === ends?.id ? { ...one, until: from } : one));
          return faults.length > 0 ? before : after.concat({ id: String(i), code, from, until });
        }, []);
        const sorted = recorded.toSorted((a, b) => a.from - b.from);
        sorted.slice(1).forEach((later, i) => {
          expect(sorted[i]?.until).toBeLessThanOrEqual(later.from);
        });
      }),
    );
  });
});
