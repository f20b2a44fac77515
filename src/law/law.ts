import { readdirSync, readFileSync } from "node:fs";
import { namedError } from "../platform/db/public.ts";
import type { Law, LawProblem } from "./contract.ts";
import { type LawFile, type LawFiles, readLaw } from "./read-law.ts";

const DATA = new URL("./data/", import.meta.url);
/** Files that hold no rules. */
const OTHERS = ["words.yaml", "target-groups.yaml", "sources.yaml", "sourced-rows.yaml"];

function fileNamed(name: string): LawFile {
  return { name: `src/law/data/${name}`, text: readFileSync(new URL(name, DATA), "utf8") };
}

const yamlIn = (folder: string): readonly string[] =>
  readdirSync(new URL(folder, DATA))
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .map((name) => `${folder}${name}`);

/** The law's files as they are shipped. */
export function shippedFiles(): LawFiles {
  return {
    rules: yamlIn("")
      .filter((name) => !OTHERS.includes(name))
      .map(fileNamed),
    overlays: yamlIn("overlays/").map(fileNamed),
    groups: fileNamed("target-groups.yaml"),
    sources: fileNamed("sources.yaml"),
  };
}

function told(problems: readonly LawProblem[], language: "da" | "en"): string {
  const first = language === "da" ? "Loven kan ikke læses:" : "The law cannot be read:";
  return [first, ...problems.map(({ file, line, message }) => `${file}:${line}: ${message[language]}`)].join("\n");
}

/** Reads the law's files. Throws `law_bad` with file, line and reason of every mistake, so that nothing starts on half a law. */
export function loadLaw(files: LawFiles = shippedFiles()): Law {
  const read = readLaw(files);
  if (read.ok) return read.law;
  throw namedError("law_bad", { da: told(read.problems, "da"), en: told(read.problems, "en") });
}

/** The law as it is shipped, all times and municipalities. */
export const law: Law = loadLaw();
