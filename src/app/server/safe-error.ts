/** What may be told of an error: what kind it is and where in the program it arose. Never its words, which may hold values. */
export type SafeError = {
  readonly type: string;
  readonly code?: string;
  /** What PostgreSQL names of the shape of its tables, which holds no values. */
  readonly schema?: string;
  readonly table?: string;
  readonly constraint?: string;
  readonly frames: readonly string[];
  readonly cause?: SafeError;
};

const PLAIN = /^[\w.$-]{1,80}$/;
/** A line of a stack: `at name (place:line:column)`. */
const FRAME = /^\s+at .*:\d+:\d+\)?$/;
const DEEPEST = 3;
const MOST_FRAMES = 12;

/** Strips an error of everything that could hold a name, a number or an address: message, detail, where, query, parameters. */
export function safeError(error: unknown, depth = 0): SafeError {
  if (!(error instanceof Error)) return { type: typeof error, frames: [] };
  const named = (key: string): Readonly<Record<string, string>> => {
    const value: unknown = Reflect.get(error, key);
    return typeof value === "string" && PLAIN.test(value) ? { [key]: value } : {};
  };
  const stack = error.stack ?? "";
  // The words stand first and may have lines of their own that look like places.
  const words = stack.indexOf(error.message);
  const frames = stack
    .slice(words < 0 ? 0 : words + error.message.length)
    .split("\n")
    .filter((line) => FRAME.test(line));
  return {
    type: PLAIN.test(error.name) ? error.name : "Error",
    ...named("code"),
    ...named("schema"),
    ...named("table"),
    ...named("constraint"),
    frames: frames.slice(0, MOST_FRAMES).map((line) => line.trim()),
    ...(error.cause !== undefined && depth < DEEPEST ? { cause: safeError(error.cause, depth + 1) } : {}),
  };
}
