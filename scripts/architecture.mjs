// The architecture gate: dependency-cruiser with the rules made from architecture.cjs, and proof that it read something.
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { cruise } from "dependency-cruiser";
import { root } from "./runtime.mjs";

/** @typedef {{ rule: string, from: string, to: string, why: string, via: readonly string[] }} Violation */

const config = createRequire(import.meta.url)("../.dependency-cruiser.cjs");
const FOLDERS = ["src", "bench", "e2e", "scripts", "bin"];
const TYPE_STRIPPING = { options: { verbatimModuleSyntax: true, module: "esnext", target: "esnext", jsx: "preserve" } };

/**
 * What breaks the rules under a folder laid out like the repository, and how many modules were read. Rules about reach are judged
 * on what is loaded at run time; all others on type imports too.
 * @param {string} [base]
 * @returns {Promise<{ violations: Violation[], modules: number }>}
 */
export async function violationsUnder(base = root) {
  const rules = Map.groupBy(config.forbidden, ({ name }) => name.startsWith("reach-"));
  const all = await judge(base, { forbidden: rules.get(false), types: true });
  const loaded = await judge(base, { forbidden: rules.get(true), types: false });
  return { violations: [...all.violations, ...loaded.violations], modules: Math.min(all.modules, loaded.modules) };
}

/**
 * @param {string} base
 * @param {{ forbidden: unknown, types: boolean }} what
 */
async function judge(base, { forbidden, types }) {
  const folders = FOLDERS.filter((folder) => existsSync(join(base, folder)));
  const options = {
    ...config.options,
    baseDir: base,
    ruleSet: { forbidden },
    validate: true,
    tsPreCompilationDeps: types,
  };
  const { output } = await cruise(folders, options, undefined, { tsConfig: TYPE_STRIPPING });
  if (typeof output === "string") throw new Error("dependency-cruiser answered with a text instead of a result");
  const modules = output.modules.filter(({ source }) => /^(src|bench|e2e)\/.*\.tsx?$/.test(source)).length;
  return { modules, violations: output.summary.violations.map(plain) };
}

/**
 * @param {import("dependency-cruiser").IViolation} violation
 * @returns {Violation}
 */
function plain({ rule, from, to, cycle, via }) {
  const why = config.forbidden.find((/** @type {{ name: string }} */ known) => known.name === rule.name)?.comment ?? "";
  return { rule: rule.name, from, to, why, via: (cycle ?? via ?? []).map(({ name }) => name) };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const { violations, modules } = await violationsUnder();
  for (const { rule, from, to, why, via } of violations) {
    const through = via.length > 1 ? `\n    through ${via.join(" -> ")}` : "";
    process.stdout.write(`${from} -> ${to}\n    ${rule}: ${why}${through}\n`);
  }
  if (modules === 0) process.stdout.write("no modules were read: the gate would let anything through\n");
  process.stdout.write(`${modules} modules, ${violations.length} violations\n`);
  process.exitCode = modules > 0 && violations.length === 0 ? 0 : 1;
}
