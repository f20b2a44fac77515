import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { inWords } from "../../language/public.ts";
import { addDays, type Day, FOREVER, isoDay } from "../../platform/kernel/day.ts";
import type { Bilingual } from "../../platform/kernel/fact.ts";
import type { Law, Rule } from "../contract.ts";
import { unverifiedIn } from "../in-force.ts";

/** A row of the research, and why no rule carries it when none does. */
export type SourcedRow = {
  readonly id: string;
  readonly section: string;
  readonly confidence: string;
  readonly not_carried?: Bilingual;
};

/** The rows of the research on the law that the rules must carry. */
export function sourcedRows(): readonly SourcedRow[] {
  const text = readFileSync(new URL("./sourced-rows.yaml", import.meta.url), "utf8");
  return (parse(text, { schema: "core" }) as { rows: SourcedRow[] }).rows;
}

export type Coverage = {
  readonly carried: readonly { readonly row: SourcedRow; readonly by: readonly Rule[] }[];
  readonly notCarried: readonly SourcedRow[];
  /** Rows that neither a rule carries nor a reason excuses: there must be none. */
  readonly forgotten: readonly SourcedRow[];
  /** What rules claim to carry and the research does not have: there must be none either. */
  readonly unknown: readonly string[];
};

/** Which sourced rows the law's rules carry. A municipality's own rules carry none: their source is its plan. */
export function coverageOf(law: Law, rows: readonly SourcedRow[]): Coverage {
  const general = law.rules.filter(({ municipality }) => municipality === null);
  const carrying = rows.map((row) => ({ row, by: general.filter(({ carries }) => carries.includes(row.id)) }));
  const missing = carrying.filter(({ by }) => by.length === 0).map(({ row }) => row);
  const ids = new Set(rows.map(({ id }) => id));
  return {
    carried: carrying.filter(({ by }) => by.length > 0),
    notCarried: missing.filter(({ not_carried }) => not_carried !== undefined),
    forgotten: missing.filter(({ not_carried }) => not_carried === undefined),
    unknown: general.flatMap(({ carries }) => carries).filter((id) => !ids.has(id)),
  };
}

const cell = (text: string): string => text.replaceAll("|", "/");

function lastDay(until: Day): string {
  return until === FOREVER ? "open" : isoDay(addDays(until, -1));
}

function daysOf(rule: Rule): string {
  const mark = (verified: boolean): string => (verified ? "" : "?");
  return `${isoDay(rule.from)}${mark(rule.fromVerified)} – ${lastDay(rule.until)}${mark(rule.untilVerified)}`;
}

function kindOf(rule: Rule): string {
  if (rule.demand !== null) return rule.share === null ? rule.demand.kind : `share of ${rule.share} %`;
  if (rule.exempts.length > 0) return "exemption";
  if (rule.adjusts !== null) return `adjusts ${rule.adjusts.rule}`;
  if (rule.amount !== null) return `${rule.amount.value} ${rule.amount.unit.replaceAll("_", " ")}`;
  return rule.step === null ? "standing" : "refund step";
}

const UNVERIFIED = {
  rule: "not verified",
  adoption: "adoption not verified",
  text: "from the bill",
  first_day: "first day not verified",
  last_day: "last day not verified",
} as const;

function whoOf(rule: Rule, law: Law): string {
  if (rule.subject !== "citizen") return `the ${rule.subject}`;
  const groups = law.groups.filter(({ code }) => rule.groups?.includes(code)).map(({ label }) => label.en);
  const where = rule.where === "" ? "" : inWords(rule.condition, "en");
  if (groups.length === 0) return where === "" ? "everyone" : `where ${where}`;
  return where === "" ? groups.join(", ") : `${groups.join(", ")}, where ${where}`;
}

function ruleLine(rule: Rule, law: Law): string {
  const marks = unverifiedIn(rule).map((what) => UNVERIFIED[what]);
  const cells = [
    `\`${rule.id}\``,
    rule.paragraph,
    daysOf(rule),
    kindOf(rule),
    whoOf(rule, law),
    `${rule.says.en}${rule.assumption === null ? "" : ` *${rule.assumption.en}*`}`,
    rule.sources.map(({ key, place }) => `${key} ${place}`.trim()).join(", "),
    [...(rule.active ? [] : ["**not enforced**"]), ...marks].join(", "),
  ];
  return `| ${cells.map(cell).join(" | ")} |`;
}

const HEAD =
  "| rule | paragraph | in force | kind | for whom | what it says, and how it is read | source | unverified |\n|---|---|---|---|---|---|---|---|";

function fileSection(file: string, law: Law): string {
  const rules = law.rules.filter((rule) => rule.file === file);
  const name = file.replace("src/law/data/", "");
  return `### ${name}\n\n${HEAD}\n${rules.map((rule) => ruleLine(rule, law)).join("\n")}`;
}

function coverageSection({ carried, notCarried }: Coverage): string {
  const row = (one: SourcedRow, by: string): string =>
    `| ${one.section} | \`${one.id}\` | ${one.confidence} | ${cell(by)} |`;
  const lines = [
    ...carried.map(({ row: one, by }) =>
      row(one, [...new Set(by.map((rule) => `${rule.id}${rule.active ? "" : " (not enforced)"}`))].join(", ")),
    ),
    ...notCarried.map((one) => row(one, `not carried: ${one.not_carried?.en ?? ""}`)),
  ];
  return `| section | sourced row | confidence | carried by |\n|---|---|---|---|\n${lines.join("\n")}`;
}

/** docs/law.md: what the law's data carry, made from the data. */
export function lawDoc(law: Law, rows: readonly SourcedRow[]): string {
  const coverage = coverageOf(law, rows);
  const files = [...new Set(law.rules.map(({ file }) => file))];
  const inactive = law.rules.filter(({ active }) => !active);
  const demands = law.rules.filter(({ demand }) => demand !== null);
  return `# The law in the system

Made from the rows in \`src/law/data\` by \`src/law/law-doc.test.ts\` (run it with \`-u\` after changing a row). Nothing here is legal
advice. A \`?\` marks a date no source was found for; the rule holds all the same. A rule that is *not enforced* has no source, or is
not known to be adopted. *From the bill* means that the text was read as it was tabled, not as it was adopted.

${law.rules.length} rules, ${demands.length} of them with something to be late with; ${inactive.length} are not enforced.

## What was researched, and what carries it

${rows.length} sourced rows: ${coverage.carried.length} carried, ${coverage.notCarried.length} not.

${coverageSection(coverage)}

## The rules

${files.map((file) => fileSection(file, law)).join("\n\n")}

## Sources

${[...new Map(law.rules.flatMap(({ sources }) => sources.map(({ key, title }) => [key, title] as const)))]
  .sort(([a], [b]) => a.localeCompare(b, "en", { numeric: true }))
  .map(([key, title]) => `- **${key}** ${title}`)
  .join("\n")}
`;
}
