import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { check, type Predicate } from "../language/public.ts";
import { nearest } from "../platform/kernel/nearest.ts";
import { asRule, sourcesOf, validity } from "./as-rule.ts";
import { checkRules } from "./check-rules.ts";
import type { Law, LawProblem, Lift, Norm, Overlay, Rule, TargetGroup } from "./contract.ts";
import { messages } from "./messages.ts";
import { groupFile, overlayFile, type RuleRow, ruleFile, sourceFile } from "./schema.ts";
import { SITUATION, vocabulary } from "./vocabulary.ts";

export type LawFile = { readonly name: string; readonly text: string };

/** The files a law is made of. */
export type LawFiles = {
  readonly rules: readonly LawFile[];
  readonly overlays: readonly LawFile[];
  readonly groups: LawFile;
  readonly sources: LawFile;
};

export type ReadLaw =
  | { readonly ok: true; readonly law: Law }
  | { readonly ok: false; readonly problems: readonly LawProblem[] };

type Opened<T> = { readonly data: T; readonly file: string; readonly lineOf: (path: readonly PropertyKey[]) => number };

/** The line (from 1) of a path in a document; of a path that is not there, of the nearest parent that is. */
function lineIn(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const parent = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const pair = isMap(parent)
      ? parent.items.find(({ key }) => isScalar(key) && key.value === path[length - 1])
      : undefined;
    const node = pair?.key ?? document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

function said(issue: z.core.$ZodIssue, input: unknown): LawProblem["message"] {
  const known = messages.row(issue.message);
  if (known !== null) return known;
  const path = issue.path.map(String).join(".");
  if (issue.code === "invalid_value")
    return messages.unknownWord(path, nearest(String(input), issue.values.map(String)));
  return messages.expected(path, issue.message);
}

/** Opens a file and holds it to its schema; what is wrong goes to `problems` with its line. */
function open<T>({ name, text }: LawFile, schema: z.ZodType<T>, problems: LawProblem[]): Opened<T> | null {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, schema: "core" });
  const lineOf = (path: readonly PropertyKey[]): number => lineIn(document, lines, path);
  for (const { pos, message } of document.errors)
    problems.push({
      file: name,
      line: lines.linePos(pos[0]).line,
      message: messages.yaml(message.split("\n")[0] ?? ""),
    });
  if (document.errors.length > 0) return null;
  const read = schema.safeParse(document.toJS());
  if (read.success) return { data: read.data, file: name, lineOf };
  for (const issue of read.error.issues)
    problems.push({ file: name, line: lineOf(issue.path), message: said(issue, document.getIn(issue.path)) });
  return null;
}

type Reading = { readonly sources: Readonly<Record<string, string>>; readonly problems: LawProblem[] };

/** A condition, checked against the law's words; a wrong one is reported on its line and holds for nobody. */
function conditionAt(
  source: string | undefined,
  at: { file: string; line: number },
  problems: LawProblem[],
): Predicate {
  const checked = check(source, vocabulary, SITUATION);
  if (checked.ok) return checked.predicate;
  for (const { message, suggestion } of checked.problems)
    problems.push({ ...at, message: messages.condition(message, suggestion) });
  return { kind: "always", value: false };
}

function rulesOf(
  opened: Opened<{ rows: readonly RuleRow[] }>,
  whose: { municipality: string | null; norm: Norm },
  { sources, problems }: Reading,
): readonly Rule[] {
  const { data, file, lineOf } = opened;
  return data.rows.map((row, i) => {
    const condition = conditionAt(row.where, { file, line: lineOf(["rows", i, "where"]) }, problems);
    return asRule(row, { ...whose, condition, sources, file, line: lineOf(["rows", i, "id"]) });
  });
}

function groupsOf(opened: Opened<z.infer<typeof groupFile>>, problems: LawProblem[]): readonly TargetGroup[] {
  return opened.data.groups.map(({ code, lab, da, en, where }, i) => {
    const at = { file: opened.file, line: opened.lineOf(["groups", i, "where"]) };
    return { code, lab, label: { da, en }, where, condition: conditionAt(where, at, problems) };
  });
}

type Own = { readonly rules: readonly Rule[]; readonly lifts: readonly Lift[]; readonly overlay: Overlay };

function overlayOf(opened: Opened<z.infer<typeof overlayFile>>, reading: Reading): Own {
  const { municipality, norm, da, en, lifts } = opened.data;
  return {
    rules: rulesOf(opened, { municipality, norm }, reading),
    lifts: lifts.map((lift) => {
      const { from, until } = validity(lift);
      const sources = sourcesOf(lift.source, reading.sources);
      return { municipality, from, until, duties: lift.duties, paragraph: lift.paragraph, sources };
    }),
    overlay: { municipality, norm, label: { da, en } },
  };
}

/**
 * Reads the law's files and checks all of them. Nothing is handed out unless every row can be read, every word is known, and no two
 * rows of one id are in force at the same time.
 */
export function readLaw(files: LawFiles): ReadLaw {
  const problems: LawProblem[] = [];
  const titles = open(files.sources, sourceFile, problems);
  const reading: Reading = { sources: titles?.data.sources ?? {}, problems };
  const listed = open(files.groups, groupFile, problems);
  const groups = listed === null ? [] : groupsOf(listed, problems);
  const rules = files.rules.flatMap((file) => {
    const opened = open(file, ruleFile, problems);
    return opened === null ? [] : rulesOf(opened, { municipality: null, norm: "law" }, reading);
  });
  const own = files.overlays.flatMap((file) => {
    const opened = open(file, overlayFile, problems);
    return opened === null ? [] : [overlayOf(opened, reading)];
  });
  const law: Law = {
    rules: [...rules, ...own.flatMap((each) => each.rules)],
    lifts: own.flatMap((each) => each.lifts),
    groups,
    overlays: own.map(({ overlay }) => overlay),
  };
  if (listed !== null && titles !== null) problems.push(...checkRules(law, Object.keys(titles.data.sources)));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, law };
}
