import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unitTree, withinOf } from "./unit-tree.ts";

const unit = (id: string, parent: string | null = null) => ({ id, name: id, kind: "team" as const, parent });
const none = { cases: 0, unassigned: 0 };

describe("the jobcentre's units with their staff and cases (ORG-01, ORG-02)", () => {
  it("stand below the unit they belong to, which counts them all", () => {
    const units = [unit("area"), unit("a", "area"), unit("other"), unit("b", "area")];
    const members = [
      { unit: "a", share: 1000 },
      { unit: "a", share: 600 },
      { unit: "b", share: 800 },
      { unit: "area", share: 1000 },
    ];
    const cases: Record<string, number> = { a: 30, b: 12 };
    const rows = unitTree(units, members, (id) => ({ cases: cases[id] ?? 0, unassigned: id === "a" ? 2 : 0 }));
    expect(rows.map(({ id, level }) => [id, level])).toEqual([
      ["area", 0],
      ["a", 1],
      ["b", 1],
      ["other", 0],
    ]);
    expect(rows[0]).toMatchObject({ heads: 4, fullTime: 3400, cases: 42, unassigned: 2 });
    expect(rows[1]).toMatchObject({ heads: 2, fullTime: 1600, cases: 30, unassigned: 2 });
    expect(rows[3]).toMatchObject({ heads: 0, cases: 0 });
  });

  it("show no sum that would tell what may not be seen", () => {
    const rows = unitTree([unit("area"), unit("a", "area"), unit("b", "area")], [], (id) =>
      id === "b" ? { cases: null, unassigned: null } : { cases: 5, unassigned: 1 },
    );
    expect(rows.map(({ id, cases, unassigned }) => [id, cases, unassigned])).toEqual([
      ["area", null, null],
      ["a", 5, 1],
      ["b", null, null],
    ]);
  });

  it("are all there once, whatever the tree: with parents that are gone, and rings", () => {
    const ids = ["a", "b", "c", "d", "e"];
    const parents = fc.array(fc.option(fc.constantFrom(...ids, "gone")), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(parents, (chosen) => {
        const units = ids.map((id, i) => unit(id, chosen[i] ?? null));
        const rows = unitTree(
          units,
          ids.map((id) => ({ unit: id, share: 1000 })),
          () => none,
        );
        expect(rows.map(({ id }) => id).sort()).toEqual(ids);
      }),
    );
  });
});

it("knows what is within a unit, however deep, also when units belong to each other in a circle (ORG-01)", () => {
  const units = [unit("area"), unit("section", "area"), unit("team", "section"), unit("x", "y"), unit("y", "x")];
  const within = withinOf(units);
  expect(within.get("area")).toEqual(["area", "section", "team"]);
  expect(within.get("team")).toEqual(["team"]);
  expect(within.get("x")?.toSorted()).toEqual(["x", "y"]);
});
