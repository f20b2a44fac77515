import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { law } from "../../law/public.ts";
import { addDays, type Day, day } from "../../platform/kernel/day.ts";
import { someone, spell, standing } from "../testing/people.ts";
import { cases } from "../testing/timelines.ts";
import { type Compiled, compileLaw } from "./compile.ts";
import { standingsOn } from "./obligations.ts";
import { keptOf, obligationOf, statusOfStored } from "./stored.ts";

const compiled = new Map<string | null, Compiled>();
function lawOf(municipality: string | null): Compiled {
  const ready = compiled.get(municipality) ?? compileLaw({ law, municipality });
  compiled.set(municipality, ready);
  return ready;
}

const RUNS = { numRuns: 1500, seed: 20260701 };

describe("what is kept of a citizen", () => {
  it("gives back what the engine found, status and all", () => {
    fc.assert(
      fc.property(cases, ({ timeline, asOf, municipality }) => {
        const ready = lawOf(municipality);
        const { obligations } = standingsOn(ready, timeline, asOf);
        const { rows } = keptOf(ready, timeline, asOf);
        const back = rows
          .filter(({ share }) => share === null)
          .map((row) => {
            const rule = obligations.find((one) => one.rule.id === row.rule && one.rule.from === row.rowFrom)?.rule;
            if (!rule) throw new Error(`no rule ${row.rule}`);
            return obligationOf(row, rule, asOf);
          });
        expect(back).toEqual(obligations);
      }),
      RUNS,
    );
  });

  it("has an id for each row that no other has", () => {
    fc.assert(
      fc.property(cases, ({ timeline, asOf, municipality }) => {
        const ids = keptOf(lawOf(municipality), timeline, asOf).rows.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      RUNS,
    );
  });

  it("stands still on all later days when nothing is ahead or open", () => {
    let still = 0;
    fc.assert(
      fc.property(cases, fc.integer({ min: 1, max: 4000 }), ({ timeline, asOf, municipality }, days) => {
        const { rows, moves } = keptOf(lawOf(municipality), timeline, asOf);
        if (moves) return;
        still += 1;
        const later = keptOf(lawOf(municipality), timeline, addDays(asOf, days));
        expect(later).toEqual({ rows, moves: false });
      }),
      { ...RUNS, numRuns: 4000 },
    );
    expect(still).toBeGreaterThan(150);
  });

  it("names who is responsible now while it is open, and who was when it fell due or was met", () => {
    const was = { unit: "u1", staff: "s1", from: day("2021-01-01"), until: day("2021-06-01") };
    const is = { unit: "u2", staff: null, from: day("2021-06-01"), until: day("9999-12-31") };
    const citizen = someone({ spells: [spell("target_group/jobparat", "2021-01-04")], responsible: [was, is] });
    const row = (id: string) =>
      keptOf(lawOf(null), citizen, day("2021-07-10")).rows.find((one) => one.rule === id) ?? null;
    expect(row("LAB-1WK")).toMatchObject({ unit: "u2", staff: null, answerableUnit: "u1", answerableStaff: "s1" });
    expect(row("LAB-4IN6")).toMatchObject({ unit: "u2", staff: null, answerableUnit: "u2", answerableStaff: null });
    const dueLater = keptOf(lawOf(null), citizen, day("2021-03-01")).rows.find((one) => one.rule === "LAB-4IN6");
    expect(dueLater).toMatchObject({ unit: "u1", staff: "s1", answerableUnit: null, answerableStaff: null });
  });

  it("rests today when the engine says so (CON-18)", () => {
    const exempt = someone({
      spells: [spell("target_group/jobparat", "2021-01-04"), spell("circumstance/fritaget_106", "2021-01-05")],
    });
    const asOf = "2021-01-08";
    const [row] = keptOf(lawOf(null), exempt, day(asOf)).rows;
    if (!row) throw new Error("nothing is kept");
    expect({ resting: row.resting, status: statusOfStored(row, day(asOf) as Day) }).toEqual({
      resting: true,
      status: "exempt",
    });
    expect(standing(exempt, asOf).obligations[0]?.status).toBe("exempt");
  });
});
