import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sumOf, totalDiscrepancies } from "./table-sums.ts";

describe("totals of the table of full-time persons (PLAN-21, RES-12)", () => {
  const columns = [
    { year: 2019, kind: "actual" },
    { year: 2020, kind: "expected" },
    { year: 2021, kind: "budget" },
  ] as const;

  it("are the sum of the rows, and nothing at all when a row has no value", () => {
    expect(sumOf([758, 957, 896])).toBe(2611);
    expect(sumOf([758, null, 896])).toBeNull();
    expect(sumOf([])).toBe(0);
  });

  it("are held against what was printed, and a difference is told with its size and direction", () => {
    const found = totalDiscrepancies({ columns, stated: [7300, 7768, 8057], computed: [7300, 7770, 8050] });
    expect(found.map(({ where }) => where.da)).toEqual(["I alt, forventet 2020", "I alt, budget 2021"]);
    expect(found[0]).toMatchObject({
      stated: { da: "7768", en: "7768" },
      computed: { da: "7770", en: "7770" },
      explanation: {
        da: "Rækkerne giver 7770; den trykte sum er 2 for lav.",
        en: "The rows give 7770; the printed total is 2 too low.",
      },
    });
    expect(found[1]?.explanation.en).toBe("The rows give 8050; the printed total is 7 too high.");
  });

  it("say nothing about a column that has no printed or no computed total", () => {
    expect(totalDiscrepancies({ columns, stated: [null, 1, 2], computed: [7, null, 2] })).toEqual([]);
  });

  it("tell exactly the columns that differ", () => {
    const total = fc.option(fc.integer({ min: 0, max: 20 }), { nil: null });
    fc.assert(
      fc.property(fc.tuple(total, total, total), fc.tuple(total, total, total), (stated, computed) => {
        const differ = columns.filter(
          (_, i) => stated[i] !== null && computed[i] !== null && stated[i] !== computed[i],
        );
        const told = totalDiscrepancies({ columns, stated, computed }).map(({ where }) => where.en);
        expect(told).toEqual(differ.map(({ year, kind }) => `Total, ${kind} ${year}`));
      }),
    );
  });
});
