import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Day, day, FOREVER } from "../../platform/kernel/day.ts";
import { judgeNeed, type RecordedNeed } from "./interpreter-need.ts";

const on = day("2021-06-30");
const spell = (from: string, until: string | null = null): RecordedNeed => ({
  id: from,
  from: day(from),
  until: until === null ? FOREVER : day(until),
});
const judge = (need: RecordedNeed, recorded: readonly RecordedNeed[] = []) => judgeNeed(need, { on, recorded });

describe("an interpreter need (ASK-27)", () => {
  it("can be noted from any day there was none, and ends the one that was running", () => {
    expect(judge(spell("2021-06-30"))).toEqual({ faults: [], ends: null });
    const before = spell("2020-01-01");
    expect(judge(spell("2021-06-30"), [before])).toEqual({ faults: [], ends: before });
    expect(judge(spell("2021-06-30"), [spell("2020-01-01", "2021-06-30")])).toEqual({ faults: [], ends: null });
  });

  it("is refused over another that is not running, on days that cannot be, and far ahead", () => {
    const later = spell("2021-08-01", "2021-09-01");
    expect(judge(spell("2021-06-30"), [later]).faults).toEqual([
      { field: "from", code: "need_overlaps", other: later },
    ]);
    expect(judge(spell("2020-01-01"), [spell("2020-01-01")]).faults).toHaveLength(1);
    expect(judge(spell("2021-06-30", "2021-06-30")).faults).toMatchObject([{ field: "to", code: "ends_before" }]);
    expect(judge(spell("2023-01-01")).faults).toMatchObject([{ field: "from", code: "too_far_ahead" }]);
  });

  it("leaves a citizen with one need on every day, whatever is noted in which order", () => {
    const span = fc
      .tuple(fc.integer({ min: -300, max: 300 }), fc.option(fc.integer({ min: 1, max: 200 })))
      .map(([from, days]) => ({
        from: (on + from) as Day,
        until: days === null ? FOREVER : ((on + from + days) as Day),
      }));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 12 }), (asked) => {
        const recorded = asked
          .map((need, at) => ({ ...need, id: String(at) }))
          .reduce(noted, [] as readonly RecordedNeed[]);
        const inOrder = recorded.toSorted((a, b) => a.from - b.from);
        for (const [at, one] of inOrder.entries())
          expect(one.until).toBeLessThanOrEqual(inOrder[at + 1]?.from ?? FOREVER);
      }),
    );
  });
});

/** What is recorded after one more is asked for. */
function noted(recorded: readonly RecordedNeed[], need: RecordedNeed): readonly RecordedNeed[] {
  const { faults, ends } = judgeNeed(need, { on, recorded });
  if (faults.length > 0) return recorded;
  return [...recorded.map((one) => (one.id === ends?.id ? { ...one, until: need.from } : one)), need];
}
