import { spawn } from "node:child_process";
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { isNamedError, type NamedError } from "../platform/db/public.ts";
import type { ImportOptions, ReconcileOptions } from "./cli/import.ts";
import { type Output, say } from "./cli/output.ts";
import type { Place } from "./cli/reach.ts";
import { readConfig, resolved, summaryOf, unknownNames } from "./config/config.ts";
import type { BadPlan } from "./plans.ts";
import type { Served } from "./server/serve.ts";

/* Each command brings its own code when it is asked for: `--help` needs neither the records nor the pages. */
const bring = {
  commands: () => import("./cli/commands.ts"),
  deadlines: () => import("./cli/deadlines.ts"),
  imports: () => import("./cli/import.ts"),
  backups: () => import("./cli/backup.ts"),
  keys: () => import("./cli/keys.ts"),
  log: () => import("./cli/log.ts"),
  demo: () => import("./cli/demo.ts"),
};

type Common = { data: string; format: "json" | "table"; language: "da" | "en" };

const program = new Command("springbraet")
  .description("Open-source system for municipal employment services: the adopted employment plan, computed.")
  .showHelpAfterError()
  .exitOverride();

function common(command: Command): Command {
  return command
    .option("--data <folder>", "data folder", process.env.SPRINGBRAET_DATA ?? ".data")
    .addOption(new Option("--format <format>", "json or table").choices(["json", "table"]).default("table"))
    .addOption(new Option("--language <language>", "da or en").choices(["da", "en"]).default("da"));
}

function placeOf(options: Common): Place {
  const url = readConfig(process.env).DATABASE_URL;
  return { data: options.data, ...(url ? { url } : {}) };
}

function outputOf({ format, language }: Common): Output {
  return {
    format,
    language,
    line: (text) => void process.stdout.write(`${text}\n`),
    complain: (text) => void process.stderr.write(`${text}\n`),
  };
}

function rest<T extends Common>({ data: _d, format: _f, language: _l, ...own }: T): Omit<T, keyof Common> {
  return own;
}

/** A command's own options, its place and its output. */
function given<T extends Common>(options: T): { place: Place; output: Output; options: Omit<T, keyof Common> } {
  return { place: placeOf(options), output: outputOf(options), options: rest(options) };
}

function ends(ending: 0 | 1): void {
  process.exitCode = ending;
}

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

const warehouse = program.command("warehouse").description("the copy of the records that figures are counted in");
for (const what of ["rebuild", "verify", "snapshot"] as const) {
  const command = common(warehouse.command(what === "snapshot" ? "snapshot <name>" : what))
    .description(
      { rebuild: "build it anew", verify: "compare it with the records", snapshot: "pin it under a name" }[what],
    )
    .option("--municipality <code>", "four digits or name");
  if (what === "snapshot") command.option("--as-of <date>", "the day its reports are as of");
  command.action(async (...args: unknown[]) => {
    const options = (what === "snapshot" ? args[1] : args[0]) as Common;
    const name = what === "snapshot" ? { name: String(args[0]) } : {};
    const { place, output, options: own } = given(options);
    ends(await (await bring.commands()).warehouse(place, what, { output, options: { ...own, ...name } }));
  });
}

common(program.command("backup <file>"))
  .description("back up everything into one file, while people work")
  .option("--with-keys", "put the keys in too: who has the file can then read everything")
  .action(async (file: string, options: Common & { withKeys?: boolean }) => {
    const { place, ...more } = given(options);
    ends(await (await bring.backups()).backup(place, file, more));
  });

common(program.command("doctor"))
  .description("look at everything that can be out of order, with what to do")
  .option("--repair", "put right what can be put right without losing anything")
  .action(async (options: Common & { repair?: boolean }) => {
    const { place, ...more } = given(options);
    const { doctor } = await import("./cli/doctor.ts");
    ends(await doctor(place, more));
  });

common(program.command("restore <file>"))
  .description("restore a backup into an empty folder (--data) or an empty database (DATABASE_URL)")
  .action(async (file: string, options: Common) => {
    const { restore } = await bring.backups();
    ends(await restore(placeOf(options), file, outputOf(options)));
  });

const keys = program.command("keys").description("the keys that CPR numbers are sealed with");
common(keys.command("rotate"))
  .description("put new keys in use and seal all numbers anew; finishes an earlier rotation that was stopped")
  .action(async (options: Common) => {
    const { rotate } = await bring.keys();
    ends(await rotate(placeOf(options), outputOf(options)));
  });
common(keys.command("check"))
  .description("open every sealed number and compare its index")
  .action(async (options: Common) => {
    const { check } = await bring.keys();
    ends(await check(placeOf(options), outputOf(options)));
  });

const log = program.command("log").description("the access log: who looked at whom");
common(log.command("verify"))
  .description("recompute the whole log; names the first broken day and entry")
  .option("--against <file>", "seals kept elsewhere, as `log seal` wrote them")
  .option("--municipality <code>", "four digits or name")
  .action(async (options: Common & { against?: string }) => {
    const { place, output, options: own } = given(options);
    ends(await (await bring.log()).verifyLog(place, own, output));
  });
common(log.command("seal"))
  .description("seal what is new and give all seals, to be kept elsewhere")
  .option("--out <file>", "where to write them")
  .option("--municipality <code>", "four digits or name")
  .action(async (options: Common & { out?: string }) => {
    const { place, output, options: own } = given(options);
    ends(await (await bring.log()).sealLog(place, own, output));
  });
common(log.command("drop"))
  .description("drop entries whose time is over; the seals of their days stay")
  .option("--municipality <code>", "four digits or name")
  .action(async (options: Common) => {
    const { place, output, options: own } = given(options);
    ends(await (await bring.log()).dropLog(place, own, output));
  });

const privacy = program.command("privacy").description("data protection");
common(privacy.command("reapply"))
  .description("delete again what had been deleted, after an older backup was restored")
  .option("--municipality <code>", "four digits or name")
  .action(async (options: Common) => {
    const { place, output, options: own } = given(options);
    ends(await (await bring.log()).reapply(place, own, output));
  });

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
