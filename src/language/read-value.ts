import { parseDay } from "../platform/kernel/day.ts";
import { nearest } from "../platform/kernel/nearest.ts";
import { messages } from "./messages.ts";
import type { Literal, Node } from "./parse.ts";
import type { LanguageProblem, Term } from "./term.ts";

/** A fixed value that fits a term, or the mistake in it. */
export type ReadValue =
  | { readonly ok: true; readonly value: string | number | boolean }
  | { readonly ok: false; readonly problem: LanguageProblem };

function wrong(
  node: Node,
  problem: Pick<LanguageProblem, "code" | "message"> & { suggestion?: string | null },
): ReadValue {
  return { ok: false, problem: { suggestion: null, ...problem, offset: node.offset, length: node.length } };
}

/** How a node is named to the reader. */
export function shown(node: Node): string {
  if (node.kind === "literal") return typeof node.value === "string" ? `'${node.value}'` : String(node.value);
  if (node.kind === "name") return node.name;
  if (node.kind === "call") return `${node.name}()`;
  if (node.kind === "list") return "[...]";
  if (node.kind === "other") return node.what;
  return node.kind === "not" ? "!" : node.operator;
}

function readDay(node: Node, term: Term): ReadValue {
  if (node.kind === "literal" && typeof node.value === "string" && parseDay(node.value) !== null) {
    const suggestion = `day('${node.value}')`;
    return wrong(node, { code: "wrong_type", message: messages.expectedValue(term, shown(node)), suggestion });
  }
  if (node.kind !== "call" || node.name !== "day") {
    return wrong(node, { code: "wrong_type", message: messages.expectedValue(term, shown(node)) });
  }
  const [argument] = node.arguments;
  const text = argument?.kind === "literal" && node.arguments.length === 1 ? String(argument.value) : "";
  const day = parseDay(text);
  return day === null
    ? wrong(argument ?? node, { code: "wrong_type", message: messages.notADate(text) })
    : { ok: true, value: day };
}

function readText(node: Literal, term: Term): ReadValue {
  const text = node.value;
  if (typeof text !== "string" || text.includes("\0") || !text.isWellFormed()) {
    return wrong(node, { code: "wrong_type", message: messages.expectedValue(term, shown(node)) });
  }
  if (term.codes === undefined || Object.hasOwn(term.codes, text)) return { ok: true, value: text };
  const near = nearest(text, Object.keys(term.codes));
  return wrong(node, {
    code: "unknown_code",
    message: messages.unknownCode(term, text),
    suggestion: near === null ? null : `'${near}'`,
  });
}

function fits(node: Literal, term: Term): boolean {
  if (term.type === "bool") return typeof node.value === "boolean";
  if (typeof node.value !== "number") return false;
  return term.type === "int" ? node.whole && Number.isSafeInteger(node.value) : Number.isFinite(node.value);
}

/** A word without quotes where a code or text belongs: the quotes were forgotten. */
function unquoted(node: Extract<Node, { kind: "name" }>, term: Term): ReadValue {
  const known = term.codes === undefined ? node.name : nearest(node.name, Object.keys(term.codes));
  return wrong(node, {
    code: "wrong_type",
    message: messages.expectedValue(term, shown(node)),
    suggestion: known === null ? null : `'${known}'`,
  });
}

/** A part of CEL that is no value, or no part of the language at all. */
function unsupported(node: Node): ReadValue | null {
  if (node.kind !== "other" && (node.kind !== "call" || node.name === "day")) return null;
  const suggestion = node.kind === "call" ? nearest(node.name, ["day"]) : null;
  return wrong(node, { code: "not_supported", message: messages.notSupported(shown(node)), suggestion });
}

function readPlain(node: Node, term: Term): ReadValue {
  const textual = term.type === "code" || term.type === "text" || term.type === "codes";
  if (textual && node.kind === "name" && !node.name.includes(".")) return unquoted(node, term);
  if (textual && node.kind === "literal") return readText(node, term);
  if (node.kind === "literal" && fits(node, term)) return { ok: true, value: node.value };
  return wrong(node, { code: "wrong_type", message: messages.expectedValue(term, shown(node)) });
}

/** Reads the fixed value a term is compared with. */
export function readValue(node: Node, term: Term): ReadValue {
  return unsupported(node) ?? (term.type === "day" ? readDay(node, term) : readPlain(node, term));
}
