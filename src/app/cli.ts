import { spawn } from "node:child_process";
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { isNamedError, type NamedError } from "../platform/db/public.ts";
import { bring, type Common, common, ends, given, outputOf } from "./cli/command-line.ts";
import type { ImportOptions, ReconcileOptions } from "./cli/import.ts";
import { addKeepingCommands } from "./cli/keeping-commands.ts";
import { type Output, say } from "./cli/output.ts";
import type { Place } from "./cli/reach.ts";
import { readConfig, resolved, summaryOf, unknownNames } from "./config/config.ts";
import type { BadPlan } from "./plans.ts";
import type { Served } from "./server/serve.ts";

const program = new Command("springbraet")
  .description("Open-source system for municipal employment services: the adopted employment plan, computed.")
  .showHelpAfterError()
  .exitOverride();

const plan = program.command("plan").description("employment plans");

common(plan.command("check <plan>"))
  .description("check a plan (id or file): every mistake with line and column")
  .action(async (named: string, options: Common) => {
    const { planCheck } = await bring.commands();
    ends(planCheck(named, outputOf(options)));
  });

common(plan.command("status <plan>"))
  .description("the plan's goals on a day (id or file)")
  .option("--as-of <date>", "the day, as 2021-12-31")
  .option("--known-at <date>", "only what was known on that day")
  .option("--snapshot <name>", "from a pinned snapshot")
  .action(async (named: string, options: Common) => {
    const { place, ...more } = given(options);
    ends(await (await bring.commands()).planStatus(place, named, more));
  });

common(program.command("deadlines"))
  .description("every open duty on a day, by the rules of that day")
  .option("--as-of <date>", "the day, as 2021-12-31; today without it")
  .option("--municipality <code>", "four digits or name")
  .action(async (options: Common) => {
    const { place, output, options: asked } = given(options);
    ends(await (await bring.deadlines()).deadlines(place, asked, output));
  });

common(program.command("timeliness"))
  .description("how much of what fell due was met in time, per rule and unit; per week as JSON")
  .option("--from <date>", "first day, as 2021-01-01; without it the first of the year")
  .option("--to <date>", "last day; today without it")
  .option("--municipality <code>", "four digits or name")
  .action(async (options: Common) => {
    const { place, output, options: asked } = given(options);
    ends(await (await bring.deadlines()).timeliness(place, asked, output));
  });

common(program.command("law"))
  .description("the rules in force on a day, or what is different from another day")
  .option("--on <date>", "the day, as 2021-12-31; today without it")
  .option("--against <date>", "what is different from this day")
  .option("--group <code>", "a target group, such as jobparat")
  .option("--municipality <code>", "four digits or name: with its own rules; without it the law everyone has")
  .action(async (options: Common) => {
    const { output, options: asked } = given(options);
    ends((await bring.law()).showLaw(asked, output));
  });

common(program.command("figure <file>"))
  .description("one indicator in the plan's YAML, from a file or - for standard input")
  .option("--as-of <date>", "the day, as 2021-12-31")
  .option("--known-at <date>", "only what was known on that day")
  .option("--snapshot <name>", "from a pinned snapshot")
  .option("--plan <id>", "the plan whose period the window plan_period means")
  .option("--municipality <code>", "four digits or name")
  .action(async (file: string, options: Common) => {
    const { place, ...more } = given(options);
    ends(await (await bring.commands()).figure(place, file, more));
  });

common(program.command("load <folder>"))
  .description("load a folder of CSV files (docs/records.md), all or nothing")
  .option("--municipality <code>", "four digits or name")
  .action(async (folder: string, options: Common) => {
    const { place, ...more } = given(options);
    ends(await (await bring.commands()).load(place, folder, more));
  });

common(program.command("import <folder>"))
  .description("import a folder of files: recognised or mapped, checked, and stored when nothing is wrong")
  .option("--municipality <code>", "four digits or name")
  .option("--dry-run", "only say what would happen", false)
  .option("--mapping <file>", "JSON: how files that are not recognised are understood, by file name")
  .option("--set-aside <row...>", "rows, as file.csv:12, that are left out")
  .option("--accept <row...>", "rows that are imported although they break a soft rule")
  .option("--reason <text>", "why, for rows set aside or accepted")
  .action(async (folder: string, options: Common & ImportOptions) => {
    const { place, ...more } = given(options);
    ends(await (await bring.imports()).importFolder(place, folder, more));
  });

common(program.command("reconcile <folder>"))
  .description("compare an old system's extracts with the records: persons, days and amounts; changes nothing")
  .option("--municipality <code>", "four digits or name")
  .option("--mapping <file>", "JSON: how files that are not recognised are understood, by file name")
  .option("--out <file>", "write every difference, as CSV or (.xlsx) a workbook")
  .action(async (folder: string, options: Common & ReconcileOptions) => {
    const { place, ...more } = given(options);
    ends(await (await bring.imports()).reconcileFolder(place, folder, more));
  });

common(program.command("report <plan>"))
  .description("the committee's follow-up report")
  .addOption(new Option("--as <form>", "form of the file").choices(["pdf", "docx", "xlsx"]).default("pdf"))
  .option("--out <file>", "where to write it")
  .option("--as-of <date>", "the day, as 2021-12-31")
  .option("--snapshot <name>", "from a pinned snapshot")
  .action(async (id: string, options: Common & { as: "pdf" | "docx" | "xlsx" }) => {
    const { place, ...more } = given(options);
    ends(await (await bring.commands()).report(place, id, more));
  });

addKeepingCommands(program);

common(program.command("demo"))
  .description("make a synthetic municipality and load it")
  .option("--municipality <code>", "four digits or name", "0316")
  .option("--seed <seed>", "same seed, same people", "1")
  .option("--size <number>", "1 is Holbæk's size", readSize, 1)
  .action(async (options: Common & { municipality: string; seed: string; size: number }) => {
    const { place, output, options: own } = given(options);
    await (await bring.demo()).makeDemo(place, own, output);
  });

for (const what of ["serve", "start"] as const) {
  common(program.command(what))
    .description(
      what === "serve"
        ? "serve the pages and the API"
        : "make the demo when there are no records, serve it and open a browser",
    )
    .option("--port <number>", "port on this machine (PORT, else 3160)", Number)
    .option("--host <host>", "address to listen on (SPRINGBRAET_HOST, else 127.0.0.1)")
    .option("--no-open", "do not open a browser")
    .action(async (options: Common & { port?: number; host?: string; open: boolean }) => {
      const { place, output } = given(options);
      if (what === "start")
        await (await bring.demo()).makeDemo(place, { municipality: "0316", seed: "1", size: 1 }, output);
      const { url } = await serveAsSaid({ place, ...options }, what);
      output.complain(say(output, "serving", { url }));
      output.complain(say(output, "stop"));
      if (what === "start" && options.open && process.stdout.isTTY) openBrowser(url);
    });
}

/** Serves as the command's options and the environment say. A laptop's demo logs only what is wrong. */
async function serveAsSaid(
  { place, port, host }: { place: Place; port?: number; host?: string },
  what: "serve" | "start",
): Promise<Served> {
  const [{ logCrashes }, { openLog }, { serve }, { today }] = await Promise.all([
    import("./server/crashes.ts"),
    import("./server/logging.ts"),
    import("./server/serve.ts"),
    import("./cli/reach.ts"),
  ]);
  const config = readConfig(process.env);
  const quiet = what === "start" && !process.env.SPRINGBRAET_LOG_LEVEL;
  const log = openLog(quiet ? "warn" : config.SPRINGBRAET_LOG_LEVEL);
  logCrashes(log);
  log.info({ settings: summaryOf(config) }, "starting");
  const unknown = unknownNames(process.env);
  if (unknown.length > 0) log.warn({ unknown }, "variables that nobody reads: misspelled?");
  const at = { port: port ?? config.PORT, host: host ?? config.SPRINGBRAET_HOST };
  return serve({ place, today, ...at, env: resolved(process.env), log });
}

function readSize(text: string): number {
  const size = Number(text.replace(",", "."));
  if (!(size > 0 && size <= 100)) throw new InvalidArgumentError("a number above 0 and at most 100");
  return size;
}

function openBrowser(url: string): void {
  const command = { darwin: "open", win32: "explorer" }[process.platform as string] ?? "xdg-open";
  spawn(command, [url], { stdio: "ignore", detached: true })
    .on("error", () => undefined)
    .unref();
}

/** Tells what went wrong and gives the exit code: 1 for input that is not good enough, 2 for a wrong call, 3 for our own errors. */
async function explain(error: unknown): Promise<number> {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const language = process.argv.includes("en") ? "en" : "da";
  const output = outputOf({ data: "", format: process.argv.includes("json") ? "json" : "table", language });
  if (!isNamedError(error)) {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    output.complain(say(output, "unexpected", { message }));
    return 3;
  }
  await tellNamed(error, output);
  return 1;
}

async function tellNamed(error: NamedError | BadPlan, output: Output): Promise<void> {
  if ("problems" in error) (await bring.commands()).printPlanProblems(error.problems, output);
  else if (output.format === "json") {
    output.line(JSON.stringify({ ok: false, code: error.code, message: error.texts }));
  } else output.complain(error.texts[output.language]);
}

// A reader that has seen enough (`| head`) closes the pipe: that is no error of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 3));

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = await explain(error);
}
