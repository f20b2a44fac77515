import { z } from "zod";
import { check, type Vocabulary } from "../language/public.ts";
import type { Fact } from "../platform/kernel/fact.ts";
import { nearest } from "../platform/kernel/nearest.ts";
import { fromIssue, type IndicatorProblem, type Path } from "./issues.ts";
import type { Spec } from "./measure.ts";
import { measures } from "./registry.ts";
import { indicatorFields } from "./schema.ts";
import { ownerColumn } from "./sql/context.ts";

type Against = { readonly facts: readonly Fact[]; readonly vocabulary: Vocabulary };

/** Checks a measure and everything inside it: its kind, its parameters, its facts and its predicates. */
export function checkSpec(spec: Spec, path: Path, against: Against): readonly IndicatorProblem[] {
  const measure = measures.get(spec.measure);
  if (!measure) return [unknownName({ path: [...path, "measure"], name: spec.measure, among: [...measures.keys()] })];
  const { measure: _kind, window: _window, ...own } = spec;
  const parsed = measure.params.safeParse(own);
  if (!parsed.success)
    return parsed.error.issues.map((issue) => fromIssue(issue, path, z.intersection(measure.params, indicatorFields)));
  const problems: IndicatorProblem[] = [];
  for (const predicate of measure.predicates(parsed.data)) {
    problems.push(...checkPredicate(predicate, path, against));
  }
  if (problems.length === 0 && measure.compute.as === "leaf")
    problems.push(...checkOwner({ rowsOf: measure.compute.rowsOf, of: own.of }, path, against));
  if (measure.compute.as === "composite") {
    for (const [name, part] of Object.entries(measure.compute.parts(parsed.data))) {
      const at = name in own ? [...path, name] : [...path, "of"];
      problems.push(...checkSpec(part, at, against));
    }
  }
  return uniqueBy(problems, (problem) => JSON.stringify([problem.path, problem.message.en]));
}

function checkPredicate(
  predicate: { path: readonly string[]; source: string | undefined; subject: string },
  path: Path,
  { facts, vocabulary }: Against,
): readonly IndicatorProblem[] {
  if (!facts.some((fact) => fact.name === predicate.subject)) {
    return [unknownName({ path: [...path, "of"], name: predicate.subject, among: facts.map((fact) => fact.name) })];
  }
  const checked = check(predicate.source ?? "", vocabulary, predicate.subject);
  if (checked.ok) return [];
  return checked.problems.map((problem) => ({
    path: [...path, ...predicate.path.map((part) => (/^\d+$/.test(part) ? Number(part) : part))],
    code: problem.code,
    message: problem.message,
    suggestion: problem.suggestion,
    offset: problem.offset,
  }));
}

function checkOwner(
  counted: { readonly rowsOf: string | undefined; readonly of: unknown },
  path: Path,
  { facts }: Against,
): readonly IndicatorProblem[] {
  const fact = facts.find((candidate) => candidate.name === counted.of);
  if (!fact || counted.rowsOf !== "citizens" || ownerColumn(fact, "citizens") !== null) return [];
  return [
    {
      path: [...path, "of"],
      code: "no_citizens",
      message: {
        da: `»${fact.name}« handler ikke om borgere; brug målet events`,
        en: `"${fact.name}" is not about citizens; use the measure events`,
      },
      suggestion: "events",
    },
  ];
}

/** A name that nobody knows, with the nearest that somebody does. */
export function unknownName(what: { path: Path; name: string; among: readonly string[] }): IndicatorProblem {
  const suggestion = nearest(what.name, [...what.among]);
  return {
    path: what.path,
    code: "unknown_name",
    message: {
      da: `»${what.name}« kendes ikke${suggestion ? `; mente du »${suggestion}«?` : ""}`,
      en: `"${what.name}" is not known${suggestion ? `; did you mean "${suggestion}"?` : ""}`,
    },
    suggestion,
  };
}

function uniqueBy<T>(items: readonly T[], key: (item: T) => string): readonly T[] {
  return [...new Map(items.map((item) => [key(item), item])).values()];
}
