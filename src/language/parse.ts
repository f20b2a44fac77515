import { type ASTNode, Environment, ParseError } from "@marcbachmann/cel-js";

/** A place in a source: 0-based offset and length, in UTF-16 units. */
export type Place = { readonly offset: number; readonly length: number };

export type Literal = {
  readonly kind: "literal";
  readonly value: string | number | boolean;
  readonly whole: boolean;
} & Place;

/** The part of CEL's syntax tree that the language reads; whatever else CEL has is `other`, named for the message. */
export type Node =
  | Literal
  | ({ readonly kind: "name"; readonly name: string } & Place)
  | ({ readonly kind: "list"; readonly items: readonly Node[] } & Place)
  | ({ readonly kind: "call"; readonly name: string; readonly arguments: readonly Node[] } & Place)
  | ({ readonly kind: "logic"; readonly operator: "&&" | "||"; readonly parts: readonly Node[] } & Place)
  | ({ readonly kind: "not"; readonly part: Node } & Place)
  | ({
      readonly kind: "relation";
      readonly operator: RelationOperator;
      readonly left: Node;
      readonly right: Node;
    } & Place)
  | ({ readonly kind: "other"; readonly what: string } & Place);

export type RelationOperator = "==" | "!=" | "<" | "<=" | ">" | ">=" | "in";

/** Where and how the parser gave up; `why` is its own code. */
export type SyntaxFailure = { readonly why: string } & Place;

type Parsed = { readonly ok: true; readonly node: Node } | { readonly ok: false; readonly failure: SyntaxFailure };

const LONGEST = { maxAstNodes: 2000, maxDepth: 60, maxListElements: 500 };
const environment = new Environment({ unlistedVariablesAreDyn: true, limits: LONGEST });

function placeOf(node: ASTNode): Place {
  return { offset: node.start, length: node.end - node.start };
}

function literalOf(node: Extract<ASTNode, { op: "value" }>): Node {
  const value = node.args;
  const place = placeOf(node);
  if (typeof value === "bigint") return { kind: "literal", value: Number(value), whole: true, ...place };
  if (typeof value === "number") return { kind: "literal", value, whole: false, ...place };
  if (typeof value === "string" || typeof value === "boolean")
    return { kind: "literal", value, whole: false, ...place };
  return { kind: "other", what: value === null ? "null" : node.input.slice(node.start, node.end), ...place };
}

function negative(node: Extract<ASTNode, { op: "-_" }>): Node {
  const part = nodeOf(node.args);
  if (part.kind !== "literal" || typeof part.value !== "number") return { kind: "other", what: "-", ...placeOf(node) };
  return { ...part, value: -part.value, ...placeOf(node) };
}

function dotted(node: Extract<ASTNode, { op: "." }>): Node {
  const [of, name] = node.args;
  const whole = nodeOf(of);
  if (whole.kind === "name") return { kind: "name", name: `${whole.name}.${name}`, ...placeOf(node) };
  return { kind: "other", what: `.${name}`, ...placeOf(node) };
}

/** The parts of a chain such as `a && b && c`, which CEL nests to the left. */
function chain(node: Extract<ASTNode, { op: "&&" | "||" }>): Node {
  const parts: Node[] = [];
  let rest: ASTNode = node;
  while (rest.op === node.op) {
    const [left, right]: readonly [ASTNode, ASTNode] = rest.args;
    parts.unshift(nodeOf(right));
    rest = left;
  }
  parts.unshift(nodeOf(rest));
  return { kind: "logic", operator: node.op, parts, ...placeOf(node) };
}

function nodeOf(node: ASTNode): Node {
  switch (node.op) {
    case "value":
      return literalOf(node);
    case "id":
      return { kind: "name", name: node.args, ...placeOf(node) };
    case ".":
      return dotted(node);
    case "list":
      return { kind: "list", items: node.args.map(nodeOf), ...placeOf(node) };
    case "call":
      return { kind: "call", name: node.args[0], arguments: node.args[1].map(nodeOf), ...placeOf(node) };
    case "&&":
    case "||":
      return chain(node);
    case "!_":
      return { kind: "not", part: nodeOf(node.args), ...placeOf(node) };
    case "-_":
      return negative(node);
    default:
      return relationOf(node);
  }
}

function relationOf(node: ASTNode): Node {
  switch (node.op) {
    case "==":
    case "!=":
    case "<":
    case "<=":
    case ">":
    case ">=":
    case "in":
      return {
        kind: "relation",
        operator: node.op,
        left: nodeOf(node.args[0]),
        right: nodeOf(node.args[1]),
        ...placeOf(node),
      };
    case "rcall":
      return { kind: "other", what: `.${node.args[0]}()`, ...placeOf(node) };
    default:
      return { kind: "other", what: node.op, ...placeOf(node) };
  }
}

/** Reads a CEL expression into the nodes the language knows. The one file that touches the CEL library. */
export function parse(source: string): Parsed {
  try {
    return { ok: true, node: nodeOf(environment.parse(source).ast) };
  } catch (error) {
    const range = error instanceof ParseError ? error.range : undefined;
    const offset = Math.min(range?.start ?? 0, source.length);
    const length = Math.max(0, Math.min(range?.end ?? source.length, source.length) - offset);
    return { ok: false, failure: { why: error instanceof ParseError ? error.code : "parse_error", offset, length } };
  }
}
