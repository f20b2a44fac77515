import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { sql } from "../architecture.cjs";

/** A file of the house: its path from the root, with `/`, and its text. */
export type HouseFile = { readonly path: string; readonly text: string };

/** Names of leaves in a catalogue with their texts: `status.met` -> `Nået`. */
export type Leaves = ReadonlyMap<string, string>;

const NOT_OURS = new Set(["node_modules", "dist", ".git", ".data", ".tmp", "coverage"]);
const TEXT = /\.(tsx?|[cm]?js|json|ya?ml|md|sql|csv|css|html|typ|svg|txt)$|(^|\/)(run|LICENSE|\.[a-z]+)$/;
const WHOLE_GROUP = /\.(\w+)\b(?!\.\w|\?\.)/g;
const MENTIONED = /(?:\.|["'`]|[{,]\s*)(\w+)/g;

/** Every text file of ours under a folder, sorted by path. */
export function filesUnder(root: string, folder = ""): HouseFile[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => !NOT_OURS.has(entry.name) && !entry.name.endsWith(".log"))
    .flatMap((entry) => {
      const path = posix.join(folder, entry.name);
      if (entry.isDirectory()) return filesUnder(root, path);
      return TEXT.test(path) ? [{ path, text: readFileSync(join(root, path), "utf8") }] : [];
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Code files longer than 300 lines; tests and catalogues, which are lists, longer than 600. */
export function tooLong(files: readonly HouseFile[]): string[] {
  return files
    .filter(({ path }) => /\.(tsx?|[cm]js)$/.test(path))
    .map(({ path, text }) => ({ path, lines: text.split("\n").length - 1, most: isList(path) ? 600 : 300 }))
    .filter(({ lines, most }) => lines > most)
    .map(({ path, lines, most }) => `${path}: ${lines} lines, at most ${most}`);
}

/** Marks that silence a tool or put work off. */
export function silenced(files: readonly HouseFile[]): string[] {
  const marks = new RegExp(
    ["biome-" + "ignore", "@ts-" + "ignore", "@ts-" + "expect-error", "\\bTO" + "DO\\b"].join("|"),
  );
  return linesWith(
    files.filter(({ path }) => /\.(tsx?|[cm]js)$/.test(path)),
    marks,
  );
}

/** Traces of somebody's machine or of a package registry's address. */
export function machineTraces(files: readonly HouseFile[]): string[] {
  const places = ["work", "tmp", "root", "home/\\w+", "Users/\\w+"].map((place) => `(?<![\\w.~)}])/${place}/`);
  const hosts = ["npmjs", "yarnpkg", "npmmirror"].map((name) => `registry\\.${name}\\.\\w+`);
  return linesWith(files, new RegExp([...places, ...hosts].join("|")));
}

/** SQL statements in strings where no SQL belongs. */
export function sqlOutsideItsPlaces(files: readonly HouseFile[]): string[] {
  const places = new RegExp(
    `/(${sql.foldersNamed.join("|")}|testing)/|^(${sql.folders.join("|")})/|/(${sql.filesNamed.join("|")})$`,
  );
  const statement =
    /["'`]\s*(select\s+[\w"*(]|insert\s+into\s|delete\s+from\s|update\s+\w+\s+set\s|(create|alter|drop)\s+(table|view|schema)\s)/i;
  const outside = files.filter(({ path }) => /^src\/.*\.tsx?$/.test(path) && !places.test(path) && !isTest(path));
  return linesWith(outside, statement);
}

/** Links in Markdown files to files that are not there. */
export function brokenLinks(files: readonly HouseFile[], exists: (path: string) => boolean): string[] {
  return files
    .filter(({ path }) => path.endsWith(".md"))
    .flatMap(({ path, text }) =>
      [...text.replaceAll(/```[\s\S]*?```/g, "").matchAll(/\]\(<?([^)\s>]+)>?[^)]*\)/g)]
        .map(([, target = ""]) => target)
        .filter((target) => !/^([a-z]+:|#)/.test(target))
        .filter((target) => !exists(posix.join(posix.dirname(path), decodeURI(target.replace(/#.*/, "")))))
        .map((target) => `${path}: ${target}`),
    );
}

/** Rule files that decide something and have no test beside them. */
export function rulesWithoutTest(files: readonly HouseFile[]): string[] {
  const paths = new Set(files.map(({ path }) => path));
  return files
    .filter(({ path }) => /^src\/[^/]+\/rules\/.*\.ts$/.test(path) && !isTest(path))
    .filter(({ text }) => /^export (const|function|async function)/m.test(text))
    .map(({ path }) => path)
    .filter((path) => !paths.has(path.replace(/\.ts$/, ".test.ts")));
}

/**
 * What is wrong with the migrations against the sealed list of their digests: a sealed one changed or removed, one that is not
 * sealed yet, a name or a number out of line.
 */
export function migrationFaults(files: readonly HouseFile[], sealed: Readonly<Record<string, string>>): string[] {
  const migrations = new Map(files.filter(({ path }) => /^db\/migrations\/.*\.sql$/.test(path)).map(named));
  const gone = Object.keys(sealed).filter((name) => !migrations.has(name));
  const changed = Object.keys(sealed).filter(
    (name) => migrations.has(name) && digest(migrations.get(name)) !== sealed[name],
  );
  const fresh = [...migrations.keys()].filter((name) => !(name in sealed));
  const odd = [...migrations.keys()].filter(
    (name, at) => !/^\d{4}-[a-z0-9-]+\.sql$/.test(name) || Number(name.slice(0, 4)) !== at + 1,
  );
  return [
    ...gone.map((name) => `${name} was merged and is gone`),
    ...changed.map((name) => `${name} was merged and has changed: write a new migration instead`),
    ...fresh.map((name) => `${name} is not sealed: run node scripts/seal-migrations.mjs`),
    ...odd.map((name) => `${name} should be called NNNN-verb-thing.sql with the next number`),
  ];
}

/** The leaves of a catalogue, and nothing for anything that is neither text nor group of texts. */
export function leavesOf(texts: unknown, prefix = ""): Leaves {
  if (typeof texts === "string") return new Map([[prefix, texts]]);
  if (typeof texts !== "object" || texts === null) return new Map();
  return new Map(
    Object.entries(texts).flatMap(([name, inner]) => [...leavesOf(inner, prefix ? `${prefix}.${name}` : name)]),
  );
}

/** Differences between a catalogue's two languages: names, empty texts, places for values. */
export function catalogueFaults(da: Leaves, en: Leaves): string[] {
  const names = [...new Set([...da.keys(), ...en.keys()])];
  return names.flatMap((name) => {
    const [danish, english] = [da.get(name), en.get(name)];
    if (danish === undefined || english === undefined)
      return [`${name} is missing in ${danish === undefined ? "da" : "en"}`];
    if ((danish.trim() === "") !== (english.trim() === "")) return [`${name} is empty in one language`];
    return places(danish) === places(english) ? [] : [`${name} has other places for values in en than in da`];
  });
}

/** Names in a catalogue that no code mentions, neither by themselves nor through a group that is used as a whole. */
export function unusedTexts(names: Iterable<string>, code: readonly HouseFile[]): string[] {
  const text = code.map((file) => file.text).join("\n");
  const groups = new Set([...text.matchAll(WHOLE_GROUP)].map(([, name]) => name));
  const mentioned = new Set([...text.matchAll(MENTIONED)].map(([, name]) => name));
  return [...names].filter((name) => {
    const path = name.split(".");
    const last = path.at(-1);
    return !mentioned.has(last) && !path.slice(0, -1).some((group) => groups.has(group));
  });
}

/** Is it a test or part of one? */
export function isTest(path: string): boolean {
  return /\.test\.tsx?$|^e2e\//.test(path);
}

function isList(path: string): boolean {
  return isTest(path) || /(^|\/)texts\.(da|en)\.ts$/.test(path);
}

function linesWith(files: readonly HouseFile[], pattern: RegExp): string[] {
  return files.flatMap(({ path, text }) =>
    text
      .split("\n")
      .flatMap((line, at) => (pattern.test(line) ? [`${path}:${at + 1}: ${line.trim().slice(0, 100)}`] : [])),
  );
}

function places(text: string): string {
  return [...new Set(text.match(/\{\w+\}/g) ?? [])].sort().join(" ");
}

function named({ path, text }: HouseFile): [string, string] {
  return [posix.basename(path), text];
}

function digest(text: string | undefined): string {
  return createHash("sha256")
    .update((text ?? "").replaceAll("\r\n", "\n"))
    .digest("hex");
}
