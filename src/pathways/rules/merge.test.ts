import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PlanContent } from "../contract.ts";
import { contentWith, goalWith, stepWith } from "../testing/contents.ts";
import { changedByBoth, merge } from "./merge.ts";
import { compare, partsOf } from "./parts.ts";

const base = contentWith({ answers: { a: "1" }, steps: [stepWith(), stepWith({ id: "b" })] });

/** What somebody wrote in a part. */
const wordsOf = (json: string | null): readonly string[] => {
  const value: unknown = JSON.parse(json ?? '""');
  if (typeof value === "string") return [value];
  const { text, values } = value as { readonly text?: string; readonly values?: Readonly<Record<string, string>> };
  return text === undefined ? Object.values(values ?? {}) : [text];
};

describe("two people who change one plan (ASK-36, CPL-19)", () => {
  it("keep what only one of them changed", () => {
    const mine = { ...base, direction: "Kantine", steps: [...base.steps, stepWith({ id: "c", text: "Mit" })] };
    const theirs = { ...base, answers: { a: "2" }, goals: [goalWith()], steps: base.steps.slice(1) };
    expect(changedByBoth({ base, mine, theirs })).toEqual([]);
    const merged = merge({ base, mine, theirs }, {});
    expect(merged).toMatchObject({ direction: "Kantine", answers: { a: "2" }, goals: [{ id: "g" }] });
    expect(merged.steps.map(({ id }) => id)).toEqual(["b", "c"]);
  });

  it("choose where both changed the same", () => {
    const mine = { ...base, direction: "Kantine", steps: [stepWith({ state: "done" as const })] };
    const theirs = {
      ...base,
      direction: "Bageri",
      steps: [stepWith({ state: "running" as const }), stepWith({ id: "b" })],
    };
    const three = { base, mine, theirs };
    expect(changedByBoth(three)).toEqual(["direction", "steps.a"]);
    expect(merge(three, { direction: "theirs", "steps.a": "mine" })).toMatchObject({
      direction: "Bageri",
      steps: [{ id: "a", state: "done" }],
    });
    const both = merge(three, { direction: "both", "steps.a": "both" });
    expect(both.direction).toBe("Bageri\n\nKantine");
    expect(both.steps.map(({ id, state }) => [id, state])).toEqual([
      ["a", "running"],
      ["a-2", "done"],
    ]);
  });

  it("lose nothing that either wrote when both are kept", () => {
    const word = fc.constantFrom("", "x", "y", "z");
    const content: fc.Arbitrary<PlanContent> = fc
      .record({
        direction: word,
        answers: fc.dictionary(fc.constantFrom("a", "b", "c"), word),
        lists: fc.dictionary(
          fc.constantFrom("l", "m"),
          fc.uniqueArray(
            fc.record({ id: fc.constantFrom("a", "b"), values: fc.dictionary(fc.constantFrom("x", "y"), word) }),
            {
              selector: ({ id }) => id,
            },
          ),
        ),
        steps: fc.uniqueArray(fc.record({ id: fc.constantFrom("a", "b", "c"), text: word }), {
          selector: ({ id }) => id,
        }),
      })
      .map(({ steps, ...said }) => contentWith({ ...said, steps: steps.map((step) => stepWith(step)) }));
    fc.assert(
      fc.property(content, content, content, (was, mine, theirs) => {
        const three = { base: was, mine, theirs };
        const choices = Object.fromEntries(changedByBoth(three).map((key) => [key, "both" as const]));
        const merged = JSON.stringify(merge(three, choices));
        const written = [mine, theirs].flatMap((own) => compare(was, own)).flatMap(({ after }) => wordsOf(after));
        for (const text of written) expect(merged).toContain(text);
        expect(partsOf(merge({ base: was, mine, theirs: was }, {}))).toHaveLength(partsOf(mine).length);
      }),
    );
  });
});
