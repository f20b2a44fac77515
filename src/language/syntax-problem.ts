import { messages } from "./messages.ts";
import type { SyntaxFailure } from "./parse.ts";
import type { LanguageProblem } from "./term.ts";

/** Signs and words people write from habit, and what the language has for them. */
const MEANT: Readonly<Record<string, string>> = {
  "=": "==",
  "<>": "!=",
  "&": "&&",
  "|": "||",
  and: "&&",
  og: "&&",
  or: "||",
  eller: "||",
  not: "!",
  ikke: "!",
};

/** The whole word or sign at a place in a source. */
function wordAt(source: string, offset: number): string {
  const rest = source.slice(offset);
  return /^(?:[\p{L}\p{N}_.]+|<>|\S)/u.exec(rest)?.[0] ?? "";
}

/** The word or sign that stops the parser: with `a <> b` it stops at `>`, with `not a` only at `a`, so one word back counts too. */
function stopper(source: string, offset: number): { word: string; offset: number } {
  const here = wordAt(source, offset);
  const before = /([\p{L}]+|<)(\s*)$/u.exec(source.slice(0, offset));
  const previous = before?.[1] ?? "";
  const joined = previous === "<" && here === ">" ? "<>" : previous;
  if (before !== null && MEANT[here] === undefined && MEANT[joined] !== undefined) {
    return { word: joined, offset: offset - before[0].length };
  }
  return { word: here, offset };
}

/** What a reader is told where the parser gave up: what stands there and, for known habits, what to write instead. */
export function syntaxProblem(source: string, failure: SyntaxFailure): LanguageProblem {
  const { why, offset, length } = failure;
  const problem = { code: "syntax", offset, length, suggestion: null } as const;
  if (why === "limit_exceeded") return { ...problem, message: messages.tooLong() };
  if (why.startsWith("unterminated") || why === "newline_in_string")
    return { ...problem, message: messages.openQuote() };
  const stop = stopper(source, offset);
  const suggestion = MEANT[stop.word] ?? null;
  if (suggestion === null && source.slice(offset).trim() === "") return { ...problem, message: messages.endsEarly() };
  return {
    ...problem,
    offset: stop.offset,
    length: stop.word.length,
    message: messages.unexpected(stop.word),
    suggestion,
  };
}
