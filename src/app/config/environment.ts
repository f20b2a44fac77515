import { readFileSync } from "node:fs";
import { NAMES, VARIABLES, type VariableName } from "./variables.ts";

/** The environment of a process. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Something about a variable that must be mended: which text of the catalogue says it. */
export type FileFault = { readonly name: VariableName; readonly fault: "both" | "unreadable" | "empty_file" };

/** What the environment says, with the secrets read from their files; an empty variable says nothing. */
export function gather(env: Environment): {
  readonly said: ReadonlyMap<VariableName, string>;
  readonly faults: readonly FileFault[];
} {
  const found = NAMES.map((name) => [name, "secret" in VARIABLES[name] ? secretOf(name, env) : env[name]] as const);
  const isFault = (value: string | FileFault | undefined): value is FileFault => typeof value === "object";
  return {
    said: new Map(found.flatMap(([name, value]) => (value && !isFault(value) ? [[name, value] as const] : []))),
    faults: found.flatMap(([, value]) => (isFault(value) ? [value] : [])),
  };
}

/** A secret, said directly or through its file. */
function secretOf(name: VariableName, env: Environment): string | FileFault | undefined {
  const direct = env[name];
  const file = env[`${name}_FILE`];
  if (!file) return direct;
  if (direct) return { name, fault: "both" };
  const content = contentOf(file);
  if (content === null) return { name, fault: "unreadable" };
  return content === "" ? { name, fault: "empty_file" } : content;
}

function contentOf(path: string): string | null {
  try {
    return readFileSync(path, "utf8").trim();
  } catch {
    return null;
  }
}
