import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Evidence, evaluate, type Predicate, type Term } from "../../language/public.ts";
import type { Day } from "../../platform/kernel/day.ts";
import { judge } from "./three-valued.ts";

const term = (id: string): Term => ({
  id,
  subject: "citizen",
  type: "int",
  label: { da: id, en: id },
  meaning: { da: id, en: id },
  changesWithTime: false,
  sql: () => id,
  value: ({ citizen }) => (citizen?.[id] ?? null) as number | null,
});
const TERMS = ["a", "b", "c"].map(term);
const evidence = (citizen: Record<string, number | null>): Evidence => ({
  row: citizen,
  citizen,
  company: null,
  about: () => [],
  day: 0 as Day,
});

const atom: fc.Arbitrary<Predicate> = fc.record({
  kind: fc.constant("compare" as const),
  term: fc.constantFrom(...TERMS),
  operator: fc.constantFrom("==", "!=", "<", ">="),
  value: fc.integer({ min: 0, max: 2 }),
});
const predicate: fc.Arbitrary<Predicate> = fc.letrec<{ any: Predicate }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 3 },
    atom,
    fc.record({
      kind: fc.constantFrom("and" as const, "or" as const),
      parts: fc.array(tie("any"), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({ kind: fc.constant("not" as const), part: tie("any") }),
  ),
})).any;
const value = fc.integer({ min: 0, max: 2 });
const whole = fc.record({ a: value, b: value, c: value });
const hidden = fc.subarray(["a", "b", "c"]);

describe("a criterion as far as it is known (VIS-02)", () => {
  it("is what the language says when nothing is missing", () => {
    fc.assert(
      fc.property(predicate, whole, (asked, known) => {
        expect(judge(asked, evidence(known))).toBe(evaluate(asked, evidence(known)) ? "met" : "not_met");
      }),
    );
  });

  it("is never settled otherwise by what becomes known: unknown alone may change", () => {
    fc.assert(
      fc.property(predicate, whole, hidden, (asked, known, missing) => {
        const before = judge(asked, evidence({ ...known, ...Object.fromEntries(missing.map((id) => [id, null])) }));
        const after = judge(asked, evidence(known));
        if (before !== "unknown") expect(after).toBe(before);
      }),
    );
  });

  it("is unknown, never no, when its only word is missing, also turned round", () => {
    const asked: Predicate = { kind: "compare", term: term("a"), operator: "==", value: 1 };
    expect(judge(asked, evidence({}))).toBe("unknown");
    expect(judge({ kind: "not", part: asked }, evidence({}))).toBe("unknown");
    expect(judge({ kind: "always", value: true }, evidence({}))).toBe("met");
  });
});
