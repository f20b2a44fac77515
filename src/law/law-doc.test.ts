import { describe, expect, it } from "vitest";
import { law } from "./law.ts";
import { coverageOf, lawDoc, sourcedRows } from "./testing/law-doc.ts";

const rows = sourcedRows();

describe("what of the researched law the rows carry (RULE-01)", () => {
  it("is every row, or a reason is given", () => {
    const { forgotten, unknown, carried, notCarried } = coverageOf(law, rows);
    expect(forgotten.map(({ id }) => id)).toEqual([]);
    expect(unknown).toEqual([]);
    expect(carried.length + notCarried.length).toBe(rows.length);
  });

  it("enforces what was found with high or medium confidence, and only that", () => {
    const wrong = coverageOf(law, rows).carried.filter(({ row, by }) => {
      const sourced = /^(high|medium)/.test(row.confidence);
      const off = by.some(({ switchedOff }) => switchedOff !== null);
      return !off && by.some(({ active }) => active) !== sourced;
    });
    expect(wrong.map(({ row }) => row.id)).toEqual([]);
  });

  it("keeps the reform's second phase switched off: its adoption could not be verified", () => {
    const later = law.rules.filter(({ switchedOff }) => switchedOff === "adoption");
    expect(later.map(({ id }) => id).sort()).toEqual(["REF-GROUPS", "REF-P2", "REF-TRIALS", "VIS-DEFAULT-JP"]);
    expect(later.some(({ active }) => active)).toBe(false);
  });

  it("stands in docs/law.md (run with -u after changing a row)", async () => {
    await expect(lawDoc(law, rows)).toMatchFileSnapshot("../../docs/law.md");
  });
});
