import fc from "fast-check";
import type { Term } from "../../language/public.ts";
import { isoDay } from "../../platform/kernel/day.ts";
import { someDay, someText } from "./worlds.ts";

function quoted(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}

function valueFor(term: Term): fc.Arbitrary<string> {
  switch (term.type) {
    case "int":
      return fc.oneof(fc.integer({ min: -1, max: 8 }), fc.integer({ min: 0, max: 80 })).map(String);
    case "number":
      return fc.oneof(
        fc.integer({ min: 0, max: 60 }).map(String),
        fc.integer({ min: 0, max: 6000 }).map((n) => String(n / 100)),
        fc.constantFrom("0.1", "37.5", "1e-7", "0.30000000000000004"),
      );
    case "day":
      return someDay.map((at) => `day('${isoDay(at)}')`);
    case "bool":
      return fc.constantFrom("true", "false");
    default:
      return (term.codes === undefined ? someText : fc.constantFrom(...Object.keys(term.codes))).map(quoted);
  }
}

const ORDERED = ["==", "!=", "<", "<=", ">", ">="] as const;
const TURNED = { "==": "==", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<=" } as const;

function atomOf(term: Term): fc.Arbitrary<string> {
  const value = valueFor(term);
  if (term.type === "codes") return value.map((code) => `${code} in ${term.id}`);
  const ordered = term.type === "int" || term.type === "number" || term.type === "day";
  const operator = fc.constantFrom(...(ordered ? ORDERED : (["==", "!="] as const)));
  const comparison = fc.tuple(operator, value).map(([sign, to]) => `${term.id} ${sign} ${to}`);
  const turned = fc.tuple(operator, value).map(([sign, to]) => `${to} ${TURNED[sign]} ${term.id}`);
  if (term.type === "bool") return fc.oneof(fc.constant(term.id), comparison);
  const list = fc.array(value, { minLength: 1, maxLength: 3 }).map((values) => `${term.id} in [${values.join(", ")}]`);
  return fc.oneof(comparison, turned, list);
}

/** Expressions over some terms: atoms of every kind under `!`, `&&`, `||` and parentheses. */
export function someExpression(terms: readonly Term[]): fc.Arbitrary<string> {
  const atom = fc.oneof(
    { arbitrary: fc.constantFrom(...terms).chain(atomOf), weight: 20 },
    fc.constantFrom("true", "false"),
  );
  return fc.letrec<{ whole: string; group: string }>((tie) => ({
    whole: fc.oneof(
      { maxDepth: 3, depthIdentifier: "expression" },
      atom,
      tie("group"),
      tie("whole").map((part) => `!(${part})`),
    ),
    group: fc
      .tuple(
        fc.constantFrom(" && ", " || "),
        fc.array(tie("whole"), { minLength: 2, maxLength: 3, depthIdentifier: "expression" }),
      )
      .map(([sign, parts]) => `(${parts.join(sign)})`),
  })).whole;
}
