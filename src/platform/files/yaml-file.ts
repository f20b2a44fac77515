import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { isMap, isNode, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";

/** What is wrong in a file: at which line, which key, and what was found to be wrong with it. */
export type YamlFault = {
  readonly line: number;
  readonly path: string;
  /** Null when the text is no YAML at all; `detail` says why. */
  readonly issue: z.core.$ZodIssue | null;
  readonly detail: string;
};

export type ReadYaml<T> =
  | { readonly ok: true; readonly data: T }
  | { readonly ok: false; readonly faults: readonly YamlFault[] };

/** Reads a text in YAML (JSON is YAML too) as a schema wants it, or says every mistake with its line. */
export function readYaml<Schema extends z.ZodType>(text: string, schema: Schema): ReadYaml<z.output<Schema>> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, schema: "core" });
  if (document.errors.length > 0)
    return {
      ok: false,
      faults: document.errors.map(({ pos, message }) => ({
        line: lines.linePos(pos[0]).line,
        path: "YAML",
        issue: null,
        detail: message.split("\n")[0] ?? "",
      })),
    };
  const read = schema.safeParse(document.toJS());
  if (read.success) return { ok: true, data: read.data };
  const lineOf = (way: readonly PropertyKey[]): number => {
    for (let length = way.length; length > 0; length--) {
      const node = document.getIn(way.slice(0, length), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return isMap(document.contents) && document.contents.range ? lines.linePos(document.contents.range[0]).line : 1;
  };
  return {
    ok: false,
    faults: read.error.issues.map((issue) => ({
      line: lineOf(issue.path),
      path: issue.path.join("."),
      issue,
      detail: issue.message,
    })),
  };
}

/** Reads a data file of the program's own. A bad one stops the start: the error names file, line, key and reason of each mistake. */
export function readDataFile<Schema extends z.ZodType>(at: URL, schema: Schema): z.output<Schema> {
  const read = readYaml(readFileSync(at, "utf8"), schema);
  if (read.ok) return read.data;
  const name = basename(fileURLToPath(at));
  throw new Error(read.faults.map(({ line, path, detail }) => `${name}:${line}: ${path}: ${detail}`).join("\n"));
}
