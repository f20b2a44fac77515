import { nearest } from "../platform/kernel/nearest.ts";
import { messages } from "./messages.ts";
import { openTerms } from "./open-terms.ts";
import { type Node, type Place, parse } from "./parse.ts";
import { readValue, shown } from "./read-value.ts";
import { syntaxProblem } from "./syntax-problem.ts";
import type { Checked, LanguageProblem, Predicate, Term, Vocabulary } from "./term.ts";

type Relation = Extract<Node, { kind: "relation" }>;
type Name = Extract<Node, { kind: "name" }>;

type Checking = {
  readonly subject: string;
  readonly open: ReadonlyMap<string, Term>;
  readonly vocabulary: Vocabulary;
  readonly problems: LanguageProblem[];
};

/** What stands where a part with a mistake was; a predicate with problems is never handed out. */
const BROKEN: Predicate = { kind: "always", value: false };

function report(
  checking: Checking,
  place: Place,
  problem: Pick<LanguageProblem, "code" | "message"> & { suggestion?: string | null },
): Predicate {
  checking.problems.push({ suggestion: null, ...problem, offset: place.offset, length: place.length });
  return BROKEN;
}

function notSupported(node: Node, checking: Checking): Predicate {
  const suggestion = node.kind === "call" ? nearest(node.name, ["day"]) : null;
  return report(checking, node, { code: "not_supported", message: messages.notSupported(shown(node)), suggestion });
}

function termNamed(node: Name, checking: Checking): Term | null {
  const term = checking.open.get(node.name);
  if (term !== undefined) return term;
  const exists = checking.vocabulary.some(({ id }) => id === node.name);
  report(checking, node, {
    code: "unknown_name",
    message: exists ? messages.notOpen(node.name, checking.subject) : messages.unknownName(node.name),
    suggestion: nearest(node.name, [...checking.open.keys()]),
  });
  return null;
}

function listed(term: Term, list: Node, checking: Checking): Predicate {
  if (term.type === "codes") return report(checking, list, { code: "wrong_type", message: messages.setNeedsIn(term) });
  if (list.kind !== "list" || list.items.length === 0 || term.type === "bool") {
    return report(checking, list, { code: "wrong_type", message: messages.needsList(term) });
  }
  const values: (string | number)[] = [];
  for (const item of list.items) {
    const read = readValue(item, term);
    if (!read.ok) checking.problems.push(read.problem);
    else if (typeof read.value !== "boolean") values.push(read.value);
  }
  return { kind: "in", term, values: [...new Set(values)] };
}

/** `'x' in citizen.offers`: the code is one of those the term holds. */
function held(node: Relation, name: Name, checking: Checking): Predicate {
  const term = termNamed(name, checking);
  if (term === null) return BROKEN;
  if (term.type !== "codes") {
    return report(checking, node, { code: "wrong_type", message: messages.notASet(term), suggestion: term.id });
  }
  const read = readValue(node.left, term);
  if (!read.ok) {
    checking.problems.push(read.problem);
    return BROKEN;
  }
  return { kind: "in", term, values: [String(read.value)] };
}

const TURNED = { "==": "==", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<=" } as const;

type Operator = keyof typeof TURNED;
type Sides = { readonly name: Node; readonly value: Node; readonly operator: Operator };

/** The sides of a comparison with the word first: `30 <= citizen.age` is `citizen.age >= 30`. */
function sidesOf({ left, right }: Relation, operator: Operator): Sides {
  const turned = left.kind !== "name" || (right.kind === "name" && !left.name.includes("."));
  return turned ? { name: right, value: left, operator: TURNED[operator] } : { name: left, value: right, operator };
}

/** What keeps a term from being compared so at all, whatever the value. */
function unfit(term: Term, operator: Operator): ReturnType<typeof messages.setNeedsIn> | null {
  if (term.type === "codes") return messages.setNeedsIn(term);
  const ordered = term.type === "int" || term.type === "number" || term.type === "day";
  return ordered || operator === "==" || operator === "!=" ? null : messages.noOrder(term, operator);
}

/** A comparison without a word of the vocabulary: the part that is no part of the language is named, if there is one. */
function unknowable(node: Relation, checking: Checking): Predicate {
  const culprits = [node.left, node.right].filter(
    ({ kind }) => kind !== "literal" && kind !== "name" && kind !== "list",
  );
  if (culprits.length === 0) return report(checking, node, { code: "not_supported", message: messages.termAndValue() });
  for (const culprit of culprits) notSupported(culprit, checking);
  return BROKEN;
}

function compared(node: Relation, given: Operator, checking: Checking): Predicate {
  const { name, value, operator } = sidesOf(node, given);
  if (name.kind !== "name") return unknowable(node, checking);
  const term = termNamed(name, checking);
  if (value.kind === "name" && value.name.includes(".")) {
    const other = termNamed(value, checking);
    if (term === null || other === null) return BROKEN;
    return report(checking, node, { code: "not_supported", message: messages.termAndValue() });
  }
  if (term === null) return BROKEN;
  const message = unfit(term, operator);
  if (message !== null) return report(checking, node, { code: "wrong_type", message });
  const read = readValue(value, term);
  if (read.ok) return { kind: "compare", term, operator, value: read.value };
  checking.problems.push(read.problem);
  return BROKEN;
}

function relation(node: Relation, checking: Checking): Predicate {
  const { operator } = node;
  if (operator !== "in") return compared(node, operator, checking);
  if (node.right.kind === "name") return held(node, node.right, checking);
  if (node.left.kind !== "name")
    return report(checking, node, { code: "not_supported", message: messages.termAndValue() });
  const term = termNamed(node.left, checking);
  return term === null ? BROKEN : listed(term, node.right, checking);
}

function alone(node: Name, checking: Checking): Predicate {
  const term = termNamed(node, checking);
  if (term === null) return BROKEN;
  if (term.type === "bool") return { kind: "is", term };
  const message = term.type === "codes" ? messages.setNeedsIn(term) : messages.standsAlone(term);
  return report(checking, node, { code: "wrong_type", message });
}

function predicateOf(node: Node, checking: Checking): Predicate {
  switch (node.kind) {
    case "logic": {
      const parts = node.parts.map((part) => predicateOf(part, checking));
      return { kind: node.operator === "&&" ? "and" : "or", parts };
    }
    case "not":
      return { kind: "not", part: predicateOf(node.part, checking) };
    case "relation":
      return relation(node, checking);
    case "name":
      return alone(node, checking);
    case "literal":
      if (typeof node.value === "boolean") return { kind: "always", value: node.value };
      return report(checking, node, { code: "wrong_type", message: messages.notTruth(shown(node)) });
    default:
      return notSupported(node, checking);
  }
}

/**
 * Reads a CEL expression about rows of a fact (`subject`, such as "offers") against the vocabulary. All mistakes are reported,
 * each with its place and the nearest right name. An empty or absent expression holds for every row.
 */
export function check(source: string | null | undefined, vocabulary: Vocabulary, subject: string): Checked {
  const text = source ?? "";
  if (text.trim() === "") return { ok: true, predicate: { kind: "always", value: true }, source: text };
  const parsed = parse(text);
  if (!parsed.ok) return { ok: false, problems: [syntaxProblem(text, parsed.failure)] };
  const open = new Map(openTerms(vocabulary, subject).map((term) => [term.id, term]));
  const checking: Checking = { subject, open, vocabulary, problems: [] };
  const predicate = predicateOf(parsed.node, checking);
  if (checking.problems.length === 0) return { ok: true, predicate, source: text };
  return { ok: false, problems: checking.problems.sort((a, b) => a.offset - b.offset) };
}
