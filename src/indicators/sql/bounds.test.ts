import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Predicate, Term } from "../../language/public.ts";
import { boundsOf } from "./bounds.ts";

const term = (id: string, changesWithTime: boolean): Term => ({
  id,
  subject: "benefit_spells",
  type: "bool",
  label: { da: id, en: id },
  meaning: { da: id, en: id },
  changesWithTime,
  sql: () => id,
  value: () => null,
});

const TERMS = [term("a", false), term("b", false), term("x", true), term("y", true)];

const predicates = fc.letrec<{ predicate: Predicate }>((tie) => ({
  predicate: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(...TERMS).map((one): Predicate => ({ kind: "is", term: one })),
    fc.record({
      kind: fc.constantFrom("and" as const, "or" as const),
      parts: fc.array(tie("predicate"), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({ kind: fc.constant("not" as const), part: tie("predicate") }),
  ),
})).predicate;

function holds(predicate: Predicate, facts: Readonly<Record<string, boolean>>): boolean {
  switch (predicate.kind) {
    case "and":
      return predicate.parts.every((part) => holds(part, facts));
    case "or":
      return predicate.parts.some((part) => holds(part, facts));
    case "not":
      return !holds(predicate.part, facts);
    case "always":
      return predicate.value;
    default:
      return facts[predicate.term.id] ?? false;
  }
}

describe("what of a predicate must be judged day by day", () => {
  it("takes no row in or out that the predicate itself would judge otherwise on some day", () => {
    const facts = fc.record({ a: fc.boolean(), b: fc.boolean(), x: fc.boolean(), y: fc.boolean() });
    fc.assert(
      fc.property(predicates, facts, (predicate, on) => {
        const { always, ever } = boundsOf(predicate);
        if (holds(always, on)) expect(holds(predicate, on)).toBe(true);
        if (holds(predicate, on)) expect(holds(ever, on)).toBe(true);
      }),
    );
  });

  it("keeps a predicate that never changes as it is, so nothing is judged day by day", () => {
    const still: Predicate = {
      kind: "or",
      parts: [
        { kind: "is", term: TERMS[0] as Term },
        { kind: "not", part: { kind: "is", term: TERMS[1] as Term } },
      ],
    };
    expect(boundsOf(still)).toEqual({ always: still, ever: still });
  });
});
