import { type Document, isMap, isNode, isScalar, LineCounter, type Node, parseDocument } from "yaml";
import { asIndicator, fromIssue, type Indicator, type IndicatorProblem, type Path } from "../indicators/public.ts";
import type { Vocabulary } from "../language/public.ts";
import type { Bilingual, Fact } from "../platform/kernel/fact.ts";
import { checkPlan } from "./check-plan.ts";
import { type PlanFile, planFile } from "./schema.ts";

/** A mistake in a plan file: its line and column (from 1), what was expected and the nearest right name. */
export type PlanProblem = {
  readonly line: number;
  readonly column: number;
  readonly path: string;
  readonly code: string;
  readonly message: Bilingual;
  readonly suggestion: string | null;
};

export type PlanGoal = Omit<PlanFile["goals"][number], "indicators"> & { readonly indicators: readonly Indicator[] };

/** An employment plan, read and checked. */
export type Plan = Omit<PlanFile, "goals"> & { readonly goals: readonly PlanGoal[] };

export type ReadPlan =
  | { readonly ok: true; readonly plan: Plan }
  | { readonly ok: false; readonly problems: readonly PlanProblem[] };

type Against = { readonly facts: readonly Fact[]; readonly vocabulary: Vocabulary };

/** Reads a plan from YAML and checks all of it: structure, names, dates, units, references and every predicate. */
export function readPlan(text: string, against: Against): ReadPlan {
  const opened = openYaml(text);
  if (!opened.ok) return opened;
  const parsed = planFile.safeParse(opened.document.toJS());
  if (!parsed.success) {
    return { ok: false, problems: parsed.error.issues.map((issue) => opened.place(fromIssue(issue, [], planFile))) };
  }
  const problems = checkPlan(parsed.data, against);
  if (problems.length > 0) return { ok: false, problems: problems.map(opened.place) };
  const goals = parsed.data.goals.map((goal, i) => ({
    ...goal,
    indicators: goal.indicators.map((fields, j) => asIndicator(fields, opened.textAt(["goals", i, "indicators", j]))),
  }));
  return { ok: true, plan: { ...parsed.data, goals } };
}

export type OpenedYaml = {
  readonly ok: true;
  readonly document: Document;
  readonly place: (problem: IndicatorProblem) => PlanProblem;
  readonly textAt: (path: Path) => string;
};

/** Opens YAML and keeps the way back from a path to its line and column. */
export function openYaml(text: string): OpenedYaml | { readonly ok: false; readonly problems: readonly PlanProblem[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, schema: "core" });
  if (document.errors.length > 0) {
    const problems = document.errors.map((error) => {
      const at = lines.linePos(error.pos[0]);
      const [message = ""] = error.message.split("\n");
      return {
        line: at.line,
        column: at.col,
        path: "",
        code: "yaml",
        message: { da: `YAML kan ikke læses: ${message}`, en: `Cannot read the YAML: ${message}` },
        suggestion: null,
      };
    });
    return { ok: false, problems };
  }
  const place = (problem: IndicatorProblem): PlanProblem => {
    const at = lines.linePos(offsetOf(document, problem) + offsetInside(document, problem));
    const { code, message, suggestion } = problem;
    return { line: at.line, column: at.col, path: problem.path.join("."), code, message, suggestion };
  };
  return { ok: true, document, place, textAt: (path) => sourceOf(text, document.getIn(path, true)) };
}

/** Where a path stands; of a path that does not exist, the nearest parent that does. A field that should not be there is its own key. */
function offsetOf(document: Document, { path, code }: Pick<IndicatorProblem, "path" | "code">): number {
  for (let length = path.length; length > 0; length--) {
    const node = keyOrValue(document, path.slice(0, length), length === path.length && code !== "unknown_field");
    if (node?.range) return node.range[0];
  }
  return 0;
}

/** The value at a path when it is asked for itself and is a single value; else the key it stands under. */
function keyOrValue(document: Document, path: Path, asked: boolean): Node | null {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  const node = document.getIn(path, true);
  if (!isMap(parent)) return isNode(node) ? node : null;
  const pair = parent.items.find((item) => isScalar(item.key) && item.key.value === path.at(-1));
  if (!pair) return null;
  return asked && isScalar(pair.value) ? pair.value : (pair.key as Node);
}

function offsetInside(document: Document, problem: IndicatorProblem): number {
  if (problem.offset === undefined) return 0;
  const node = document.getIn(problem.path, true);
  const quoted = isScalar(node) && (node.type === "QUOTE_DOUBLE" || node.type === "QUOTE_SINGLE");
  return problem.offset + (quoted ? 1 : 0);
}

function sourceOf(text: string, node: unknown): string {
  if (!isNode(node) || !node.range) return "";
  const before = text.slice(0, node.range[0]);
  const indent = before.length - (before.lastIndexOf("\n") + 1);
  return text
    .slice(node.range[0], node.range[1])
    .split("\n")
    .map((line, i) => (i === 0 ? line : line.slice(Math.min(indent, line.length - line.trimStart().length))))
    .join("\n")
    .trimEnd();
}
