import { readdirSync, readFileSync } from "node:fs";
import { type Plan, type PlanProblem, readPlan } from "../plan/public.ts";
import { type NamedError, namedError } from "../platform/db/public.ts";
import { nearest } from "../platform/kernel/nearest.ts";
import { countedFacts } from "./facts.ts";
import { vocabulary } from "./vocabulary.ts";

/** Error `bad_plan`: a plan file with mistakes, each with its line and column. */
export type BadPlan = NamedError & { readonly problems: readonly PlanProblem[] };

const folder = new URL("../plan/plans/", import.meta.url);

/** The plans that come with the program: every YAML file in `src/plan/plans`. A file with mistakes stops the start. */
export const adoptedPlans: readonly Plan[] = readdirSync(folder)
  .filter((file) => file.endsWith(".yaml"))
  .sort()
  .map((file) => planFrom(readFileSync(new URL(file, folder), "utf8"), file));

/** Reads a plan from a file's text. Throws `bad_plan` with every mistake and its place. */
export function planFrom(yaml: string, file = ""): Plan {
  const read = readPlan(yaml, { facts: countedFacts, vocabulary });
  if (read.ok) return read.plan;
  const [first] = read.problems;
  const where = `${file}${file ? ", " : ""}${first?.line}:${first?.column}`;
  const error = namedError("bad_plan", {
    da: `Planen kan ikke bruges (${read.problems.length} fejl). Første: ${where} ${first?.message.da}`,
    en: `The plan cannot be used (${read.problems.length} mistakes). First: ${where} ${first?.message.en}`,
  });
  return raise(Object.assign(error, { problems: read.problems }));
}

/** An adopted plan by its id. Throws `unknown_plan` with the nearest right one. */
export function planCalled(id: string): Plan {
  const found = adoptedPlans.find((plan) => plan.id === id);
  if (found) return found;
  const suggestion = nearest(
    id,
    adoptedPlans.map((plan) => plan.id),
  );
  return raise(
    namedError("unknown_plan", {
      da: `Planen »${id}« findes ikke${suggestion ? `; mente du »${suggestion}«?` : ""}`,
      en: `There is no plan "${id}"${suggestion ? `; did you mean "${suggestion}"?` : ""}`,
    }),
  );
}

function raise(error: NamedError): never {
  throw error;
}
