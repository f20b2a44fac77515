import fc from "fast-check";
import { expect, it } from "vitest";
import { type ColumnSet, columnsAsText, columnsOfText, toggled } from "./columns.ts";

const set: ColumnSet<string> = {
  all: ["due", "name", "status", "unit"],
  usual: ["due", "name", "status"],
  always: ["name"],
};

it("shows the usual columns until somebody chooses, and never hides those that are always shown (ASK-20)", () => {
  expect(columnsOfText(set, null)).toEqual(["due", "name", "status"]);
  expect(columnsOfText(set, "unit")).toEqual(["name", "unit"]);
  expect(columnsOfText(set, "weather")).toEqual(["due", "name", "status"]);
  expect(toggled(set, ["due", "name"], "unit")).toEqual(["due", "name", "unit"]);
  expect(toggled(set, ["due", "name"], "name")).toEqual(["due", "name"]);
  expect(columnsAsText(set, ["status", "due"])).toBe("");
});

it("remembers what was chosen, in the table's order", () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...set.all]), (shown) => {
      const read = columnsOfText(set, columnsAsText(set, shown));
      expect(read).toEqual(set.all.filter((id) => shown.includes(id) || id === "name"));
    }),
  );
});
