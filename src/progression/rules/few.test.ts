import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isFew, toldParts, withheldGroups } from "./few.ts";

const someSizes = fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 8 });

describe("groups of fewer than five outside the jobcentre's staff", () => {
  it("are few from one to four", () => {
    expect([0, 1, 4, 5].map(isFew)).toEqual([false, true, true, false]);
  });

  it("are withheld together with the next smallest, so that none can be worked out from everybody", () => {
    expect(withheldGroups([20, 3, 9])).toEqual([false, true, true]);
    expect(withheldGroups([20, 3, 2, 9])).toEqual([false, true, true, false]);
    expect(withheldGroups([20, 1, 2, 9])).toEqual([false, true, true, true]);
    expect(withheldGroups([20, 9, 0])).toEqual([false, false, false]);
  });

  it("what is withheld is nobody, everybody there is, or at least five in two groups (property)", () => {
    fc.assert(
      fc.property(someSizes, (sizes) => {
        const withheld = withheldGroups(sizes);
        const groups = sizes.filter((_, at) => withheld[at]);
        const people = groups.reduce((sum, size) => sum + size, 0);
        const isAll = sizes.every((size, at) => size === 0 || withheld[at]);
        expect(sizes.some((size, at) => isFew(size) && !withheld[at])).toBe(false);
        expect(groups.length === 0 || isAll || (people >= 5 && groups.length > 1)).toBe(true);
      }),
    );
  });

  it("parts are told where none is small, and everybody's only when all groups' are", () => {
    const told = (parts: number[], isWithheld = false) => ({ parts, isWithheld });
    expect(toldParts([told([12, 11, 10]), told([5, 5, 0]), told([7, 6, 10])])).toEqual([true, true, true]);
    expect(toldParts([told([12, 11, 10]), told([5, 2, 6]), told([7, 9, 4])])).toEqual([false, false, false]);
    expect(toldParts([told([12, 11, 10]), told([6, 6, 6]), told([6, 5, 4], true)])).toEqual([false, true, false]);
    expect(toldParts([told([3, 9, 9])])).toEqual([false]);
    expect(toldParts([])).toEqual([]);
  });
});
