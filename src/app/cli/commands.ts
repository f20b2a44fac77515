import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import type { LoadResult, Problem } from "../../imports/public.ts";
import type { GoalResult, PlanStatus } from "../../plan/contract.ts";
import type { PlanProblem } from "../../plan/public.ts";
import { planCalled, planFrom } from "../plans.ts";
import { asTable, type Output, say, statusWord } from "./output.ts";
import { type Place, reach } from "./reach.ts";

/** What a command ends with: 0 well, 1 the input is not good enough. */
export type Ending = 0 | 1;

type Options = {
  readonly asOf?: string;
  readonly knownAt?: string;
  readonly snapshot?: string;
  readonly municipality?: string;
};

/** A plan by its id or its file. */
function askedPlan(named: string): { plan: string } | { yaml: string } {
  return named === "-" || existsSync(named) ? { yaml: readText(named) } : { plan: named };
}

/** The text of a file or of standard input ("-"). */
function readText(path: string): string {
  return readFileSync(path === "-" ? 0 : path, "utf8");
}

/** `plan check`: reads a plan and says every mistake with its line and column. */
export function planCheck(named: string, output: Output): Ending {
  const asked = askedPlan(named);
  const plan = "yaml" in asked ? planFrom(asked.yaml, basename(named)) : planCalled(asked.plan);
  const indicators = plan.goals.reduce((sum, goal) => sum + goal.indicators.length, 0);
  if (output.format === "json")
    output.line(JSON.stringify({ ok: true, plan: plan.id, goals: plan.goals.length, indicators }));
  else output.line(say(output, "planGood", { plan: plan.id, goals: plan.goals.length, indicators }));
  return 0;
}

/** `plan status`: every goal of a plan on a day. */
export async function planStatus(
  place: Place,
  named: string,
  given: { options: Options; output: Output },
): Promise<Ending> {
  const status = await reach(place, "status", { ...askedPlan(named), ...given.options });
  if (given.output.format === "json") given.output.line(JSON.stringify(status, null, 2));
  else printStatus(status, given.output);
  return 0;
}

function printStatus(status: PlanStatus, output: Output): void {
  const good = status.counts.met + status.counts.on_track;
  output.line(say(output, "counts", { good, all: status.goals.length, decide: status.needsDecision }));
  const head = (["goal", "status", "value", "target", "title"] as const).map((key) => say(output, key));
  output.line(asTable([head, ...status.goals.flatMap((goal) => goalLines(goal, output))]));
}

/** A goal's lines in the table: one per indicator, the goal's own words on the first. */
function goalLines(goal: GoalResult, output: Output): readonly (readonly string[])[] {
  const status = statusWord(output, goal.status);
  const title = goal.title[output.language];
  if (goal.indicators.length === 0) return [[goal.id, status, "-", "-", title]];
  return goal.indicators.map(({ value, unit, target, label }, i) => [
    i === 0 ? goal.id : "",
    i === 0 ? status : "",
    `${number(value, output)} ${unit}`,
    target ? `${target.operator} ${number(target.value, output)} (${target.by})` : "-",
    goal.indicators.length > 1 ? label[output.language] : title,
  ]);
}

function number(value: number | null, { language }: Output): string {
  if (value === null) return "-";
  return value.toLocaleString(language === "da" ? "da-DK" : "en-GB", { maximumFractionDigits: 1 });
}

/** `figure`: one indicator in the plan's own YAML, from a file or standard input. */
export async function figure(
  place: Place,
  file: string,
  given: { options: Options & { plan?: string }; output: Output },
): Promise<Ending> {
  const answer = await reach(place, "figure", { indicator: readText(file), ...given.options });
  if (answer.ok) given.output.line(JSON.stringify(answer.result, null, 2));
  else printPlanProblems(answer.problems, given.output);
  return answer.ok ? 0 : 1;
}

/** `load`: a folder of CSV files, all or nothing. */
export async function load(place: Place, folder: string, given: { options: Options; output: Output }): Promise<Ending> {
  const { output, options } = given;
  const result = await reach(place, "load", {
    folder: resolve(folder),
    ...(options.municipality && { municipality: options.municipality }),
  });
  if (output.format === "json") output.line(JSON.stringify(result, null, 2));
  else printLoad(result, output);
  return result.ok ? 0 : 1;
}

function printLoad(result: LoadResult, output: Output): void {
  if (result.ok) {
    for (const [fact, count] of Object.entries(result.facts)) output.line(say(output, "rows", { fact, ...count }));
    return;
  }
  for (const problem of result.problems) output.complain(problemLine(problem, output));
  output.complain(say(output, "refused", { total: result.total }));
}

function problemLine(problem: Problem, output: Output): string {
  const place = problem.column
    ? `${problem.file}:${problem.line} ${problem.column}`
    : `${problem.file}:${problem.line}`;
  return `${place}: ${problem.message[output.language]}`;
}

/** Mistakes in a plan or an indicator, each with line and column. */
export function printPlanProblems(problems: readonly PlanProblem[], output: Output): void {
  if (output.format === "json") output.line(JSON.stringify({ ok: false, problems }, null, 2));
  else
    for (const { line, column, message } of problems)
      output.complain(`${say(output, "place", { line, column })} ${message[output.language]}`);
}

/** `warehouse rebuild|verify|snapshot`. */
export async function warehouse(
  place: Place,
  what: "rebuild" | "verify" | "snapshot",
  given: { options: Options & { name?: string }; output: Output },
): Promise<Ending> {
  const { options, output } = given;
  const municipality = options.municipality ? { municipality: options.municipality } : {};
  if (what === "rebuild") {
    await reach(place, "rebuild", municipality);
    output.line(output.format === "json" ? JSON.stringify({ ok: true }) : say(output, "rebuilt"));
    return 0;
  }
  if (what === "verify") return await verify(place, municipality, output);
  const made = await reach(place, "snapshot", {
    ...municipality,
    name: options.name ?? "",
    ...(options.asOf && { asOf: options.asOf }),
  });
  output.line(
    output.format === "json"
      ? JSON.stringify(made, null, 2)
      : say(output, "snapshotMade", { name: made.name, rows: made.rows, asOf: made.asOf }),
  );
  return 0;
}

async function verify(place: Place, municipality: { municipality?: string }, output: Output): Promise<Ending> {
  const found = await reach(place, "verify", municipality);
  const good = found.deviations.length === 0 && found.changedSnapshots.length === 0;
  if (output.format === "json") output.line(JSON.stringify({ ok: good, ...found }, null, 2));
  else if (good) output.line(say(output, "verified"));
  else {
    for (const deviation of found.deviations) output.complain(say(output, "deviates", deviation));
    for (const name of found.changedSnapshots) output.complain(say(output, "changedSnapshot", { name }));
  }
  return good ? 0 : 1;
}

/** `report`: the committee's follow-up as a file. Small numbers are always withheld in it. */
export async function report(
  place: Place,
  plan: string,
  given: { options: Options & { as: "pdf" | "docx" | "xlsx"; out?: string }; output: Output },
): Promise<Ending> {
  const { options, output } = given;
  const { as, out, ...rest } = options;
  const made = await reach(place, "report", { plan, ...rest, format: as, language: output.language, discreet: true });
  const file = out ?? made.fileName;
  writeFileSync(file, Buffer.from(made.base64, "base64"));
  output.line(output.format === "json" ? JSON.stringify({ file }) : say(output, "written", { file }));
  return 0;
}
