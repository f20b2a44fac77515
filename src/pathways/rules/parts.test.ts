import { describe, expect, it } from "vitest";
import { contentWith, goalWith, stepWith } from "../testing/contents.ts";
import { compare, partsOf } from "./parts.ts";

describe("two versions of a plan compared (CPL-19, ASK-23)", () => {
  it("say what came, what went and what changed", () => {
    const before = contentWith({ answers: { a: "1", b: "2" }, goals: [goalWith()], steps: [stepWith()] });
    const after = contentWith({
      answers: { a: "1", b: "3", c: "" },
      steps: [stepWith({ state: "done" }), stepWith({ id: "b", text: "Besøg køkkenet" })],
    });
    expect(compare(before, after).map(({ key, change }) => [key, change])).toEqual([
      ["answers.b", "changed"],
      ["steps.a", "changed"],
      ["steps.b", "came"],
      ["goals.g", "went"],
    ]);
  });

  it("are the same when only the order of columns or an empty answer differs", () => {
    const row = (values: Record<string, string>) => contentWith({ lists: { l: [{ id: "r", values }] } });
    expect(compare(row({ x: "1", y: "2" }), row({ y: "2", x: "1", z: "" }))).toEqual([]);
    expect(compare(contentWith({ answers: { a: "" } }), contentWith())).toEqual([]);
  });

  it("go back by the same way: what came one way went the other", () => {
    const [one, other] = [contentWith({ steps: [stepWith()] }), contentWith({ partOf: null, goals: [goalWith()] })];
    const turned = { came: "went", went: "came", changed: "changed" } as const;
    const back = compare(other, one).map(({ key, change }) => `${key} ${turned[change]}`);
    expect(
      compare(one, other)
        .map(({ key, change }) => `${key} ${change}`)
        .toSorted(),
    ).toEqual(back.toSorted());
    expect(partsOf(one).map(({ key }) => key)).toEqual(["direction", "citizenView", "steps.a"]);
  });
});
