import { expect, it } from "vitest";
import { isPossible } from "./deeds.ts";

it("a plan is adopted once, changed until it ends, and can always go back but from its first version (CPL-19)", () => {
  const possible = (state: "draft" | "adopted" | "ended", version: number): readonly string[] =>
    (["write", "adopt", "end", "takeBack"] as const).filter((deed) => isPossible(deed, { state, version }));
  expect(possible("draft", 1)).toEqual(["write", "adopt", "end"]);
  expect(possible("draft", 2)).toEqual(["write", "adopt", "end", "takeBack"]);
  expect(possible("adopted", 2)).toEqual(["write", "end", "takeBack"]);
  expect(possible("ended", 3)).toEqual(["takeBack"]);
});
