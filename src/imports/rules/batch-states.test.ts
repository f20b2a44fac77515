import { expect, it } from "vitest";
import { batchState } from "../contract.ts";
import { canDo, deedsIn, isUnderWay, permissionFor } from "./batch-states.ts";

it("an import is run only when it was checked, and taken back only when it was stored (ASK-33)", () => {
  for (const state of batchState.options) {
    expect([state, canDo("run", state)]).toEqual([state, state === "checked"]);
    expect([state, canDo("undo", state)]).toEqual([state, state === "done"]);
  }
});

it("nothing can be done with one that is over but to take a stored one back", () => {
  for (const state of ["done", "undone", "given_up"] as const) {
    expect(deedsIn(state)).toEqual(state === "done" ? ["undo"] : []);
  }
});

it("work under way can be stopped, and nothing is mapped, run or given up meanwhile", () => {
  for (const state of ["checking", "running", "undoing"] as const) {
    expect(isUnderWay(state)).toBe(true);
    expect(deedsIn(state)).toContain("cancel");
    for (const deed of ["map", "run", "giveUp", "undo"] as const) expect(canDo(deed, state)).toBe(false);
  }
});

it("taking back needs a permission of its own", () => {
  expect(permissionFor("undo")).toBe("import.undo");
  expect(permissionFor("run")).toBe("import.run");
});
