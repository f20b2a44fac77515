import type { LogRetention } from "../../platform/audit/public.ts";
import { readLoginSettings } from "../../platform/auth/public.ts";
import { isNamedError, namedError } from "../../platform/db/public.ts";
import type { Bilingual } from "../../platform/kernel/fact.ts";
import { fill } from "../../platform/texts/catalogue.ts";
import { type Environment, gather } from "./environment.ts";
import { da } from "./texts.da.ts";
import { en } from "./texts.en.ts";
import { NAMES, VARIABLES, type Value, type VariableName } from "./variables.ts";

/** How the program is set up: every variable's value, or null when it has neither value nor default. */
export type Config = {
  readonly [Name in VariableName]: (typeof VARIABLES)[Name]["otherwise"] extends string
    ? Value<Name>
    : Value<Name> | null;
};

/** A variable that cannot be used, and why. */
type Mistake = { readonly name: string; readonly what: Bilingual };

/** Only for trials: a wrong day in production would count wrong figures. */
const TRIALS: readonly VariableName[] = ["SPRINGBRAET_TODAY"];

/**
 * Reads how the program is set up. Throws `bad_config` with every mistake at once and what to do about each; values are never
 * repeated, for they may be secrets.
 */
export function readConfig(env: Environment): Config {
  const { said, faults } = gather(env);
  const mistakes: Mistake[] = faults.map(({ name, fault }) => ({ name, what: bothWays(fault, { name }) }));
  const values = new Map<VariableName, unknown>();
  for (const name of NAMES) {
    const { kind, otherwise } = VARIABLES[name];
    const given = said.get(name) ?? otherwise;
    const read = given === null ? null : kind.schema.safeParse(given);
    values.set(name, read?.data ?? null);
    if (read?.success === false) mistakes.push({ name, what: kind.expected });
  }
  const trials = said.get("SPRINGBRAET_MODE") === "production" ? TRIALS.filter((name) => said.has(name)) : [];
  mistakes.push(...trials.map((name) => ({ name, what: bothWays("trial_in_production") })));
  const incomplete = mistakes.length > 0 ? null : incompleteLogin(Object.fromEntries(said));
  if (incomplete) mistakes.push({ name: "SPRINGBRAET_OIDC_*", what: incomplete });
  if (mistakes.length > 0) throw badConfig(mistakes);
  return Object.fromEntries(values) as Config;
}

/** For how many months the access log's entries are kept. */
export function logRetentionOf(config: Config): LogRetention {
  return { looksMonths: config.SPRINGBRAET_LOG_LOOKS_MONTHS, changesMonths: config.SPRINGBRAET_LOG_CHANGES_MONTHS };
}

/** The environment as other readers of it want it, and `readConfig` again: secrets in place of their files, defaults left out. */
export function resolved(env: Environment): Environment {
  const files = new Set(NAMES.filter((name) => "secret" in VARIABLES[name]).map((name) => `${name}_FILE`));
  const others = Object.entries(env).filter(([name]) => !files.has(name));
  return { ...Object.fromEntries(others), ...Object.fromEntries(gather(env).said) };
}

/** What holds, one line a variable, without any secret: for the log at start. */
export function summaryOf(config: Config): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    NAMES.map((name) => {
      const value = config[name];
      if (!("secret" in VARIABLES[name])) return [name, value];
      return [name, value === null ? "not set" : "set"];
    }),
  );
}

/** Variables that look like ours and are none: probably misspelled. */
export function unknownNames(env: Environment): readonly string[] {
  const known = new Set<string>(NAMES.flatMap((name) => [name, `${name}_FILE`]));
  return Object.keys(env).filter((name) => name.startsWith("SPRINGBRAET_") && !known.has(name));
}

/** What log-in lacks as a whole, when each variable by itself is in order. */
function incompleteLogin(said: Environment): Bilingual | null {
  try {
    readLoginSettings(said);
    return null;
  } catch (error) {
    if (isNamedError(error)) return error.texts;
    throw error;
  }
}

function badConfig(mistakes: readonly Mistake[]): Error {
  const say = (language: "da" | "en", texts: typeof en): string =>
    [
      texts.mistakes,
      ...mistakes.map(({ name, what }) => `  ${fill(texts.mistake, { name, what: what[language] })}`),
    ].join("\n");
  return namedError("bad_config", { da: say("da", da), en: say("en", en) });
}

function bothWays(
  key: "both" | "unreadable" | "empty_file" | "trial_in_production",
  values: Readonly<Record<string, string>> = {},
): Bilingual {
  return { da: fill(da[key], values), en: fill(en[key], values) };
}
