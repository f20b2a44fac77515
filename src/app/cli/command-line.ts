import { type Command, Option } from "commander";
import { readConfig } from "../config/config.ts";
import type { Output } from "./output.ts";
import type { Place } from "./reach.ts";

/** Each command brings its own code when it is asked for: `--help` needs neither the records nor the pages. */
export const bring = {
  commands: () => import("./commands.ts"),
  deadlines: () => import("./deadlines.ts"),
  law: () => import("./law.ts"),
  imports: () => import("./import.ts"),
  backups: () => import("./backup.ts"),
  keys: () => import("./keys.ts"),
  log: () => import("./log.ts"),
  demo: () => import("./demo.ts"),
};

/** What every command can be told. */
export type Common = { data: string; format: "json" | "table"; language: "da" | "en" };

/** Adds what every command can be told. */
export function common(command: Command): Command {
  return command
    .option("--data <folder>", "data folder", process.env.SPRINGBRAET_DATA ?? ".data")
    .addOption(new Option("--format <format>", "json or table").choices(["json", "table"]).default("table"))
    .addOption(new Option("--language <language>", "da or en").choices(["da", "en"]).default("da"));
}

/** Where the records are, by the options and the environment. */
export function placeOf(options: Common): Place {
  const url = readConfig(process.env).DATABASE_URL;
  return { data: options.data, ...(url ? { url } : {}) };
}

/** How the command answers. */
export function outputOf({ format, language }: Common): Output {
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
export function given<T extends Common>(options: T): { place: Place; output: Output; options: Omit<T, keyof Common> } {
  return { place: placeOf(options), output: outputOf(options), options: rest(options) };
}

/** Sets the program's exit code. */
export function ends(ending: 0 | 1): void {
  process.exitCode = ending;
}
