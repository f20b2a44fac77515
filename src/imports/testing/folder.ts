import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A folder of files for one test. Text is trimmed line by line, so that it can be indented in the test; bytes stay as they are. */
export function folderOf(files: Readonly<Record<string, string | Buffer>>): {
  readonly path: string;
  readonly remove: () => void;
} {
  const path = mkdtempSync(join(tmpdir(), "springbraet-files-"));
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(join(path, name), typeof content === "string" ? unindented(content) : content);
  }
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

function unindented(text: string): string {
  return `${text.trim().replaceAll(/\n\s+/g, "\n")}\n`;
}
