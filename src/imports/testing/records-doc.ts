import type { Column, Fact } from "../../platform/kernel/fact.ts";
import { type Field, fieldsOf } from "../layout.ts";

const INTRODUCTION = `# Records: the files \`springbraet load\` reads

<!-- Made from the facts of the words (src/*/facts.ts) by src/imports/testing/records-doc.ts. Edit those, then run the tests of src/imports with -u. -->

\`npx springbraet load <folder>\` reads one CSV file per kind of fact, named as below, and stores all of them or nothing. Files that
are not there are simply not loaded. A mistake is reported with file, line, column and reason; up to a hundred are listed.

- UTF-8 (a byte-order mark is fine), fields separated by commas, first line the column names in any order, quotes as in RFC 4180.
- Days are written \`2021-12-31\`. A spell has its first and its last day, both included; no last day while it runs.
- Numbers have a point before decimals, amounts are whole øre, yes and no are \`ja\` and \`nej\`, codes are the ones listed.
- An empty field means that the value is not known, unless the table says otherwise. Columns that may be empty may be left out of the
  file, except \`last_day\`.
- \`id\` is yours to choose, unique within its file. The same id loaded again with other content is a correction: what was known
  until then is kept, and figures can still be made as they were known on an earlier day. With the same content nothing happens.
- \`known_from\` and \`known_until\` (optional) say when something was known; without them it is known from the day of loading.
  The same id may then stand on several lines, as long as the days they were known do not overlap.
- Ids must not lead to a person. Anything that looks like a CPR number is refused, except in a column for CPR numbers, where it is
  sealed while it is read: nothing readable is stored.

`;

const TYPES: Record<Column["type"], string> = {
  text: "text",
  code: "code",
  key: "id",
  day: "day",
  int: "whole number",
  thousandths: "share, at most 3 decimals",
  hours: "hours a week, at most 2 decimals",
  amount: "whole øre",
  number: "number",
  bool: "`ja` or `nej`",
  cpr: "`DDMMYY-SSSS`, ten digits, or a replacement number",
};

/** The documentation of the files, in Markdown, made from the facts. */
export function recordsDoc(facts: readonly Fact[]): string {
  const list = facts.map(
    (fact) => `- [${fileOf(fact)}](#${fileOf(fact).replace(".", "")}) – ${fact.label.en} (${fact.label.da})`,
  );
  return `${INTRODUCTION}## Files\n\n${list.join("\n")}\n\n${facts.map(sectionOf).join("\n")}`;
}

function fileOf(fact: Fact): string {
  return `${fact.name}.csv`;
}

function sectionOf(fact: Fact): string {
  const fields = fieldsOf(fact);
  const codes = fields.filter((field) => field.spec.codes).map(codesOf);
  const parts = [
    `## ${fileOf(fact)}`,
    `${fact.label.en} (${fact.label.da}). ${fact.meaning.en}.`,
    `\`\`\`csv\n${fields.map((field) => field.name).join(",")}\n\`\`\``,
    ["| column | Danish | value | empty | meaning |", "|---|---|---|---|---|", ...fields.map(lineOf)].join("\n"),
    ...codes,
  ];
  return `${parts.join("\n\n")}\n`;
}

function lineOf({ name, required, spec }: Field): string {
  const notShown = spec.identifying ? " Shown to staff only; never in figures." : "";
  const cells = [
    `\`${name}\``,
    spec.label.da,
    valuesOf(spec),
    emptyOf(required, spec),
    `${spec.meaning.en}.${notShown}`,
  ];
  return `| ${cells.join(" | ")} |`;
}

function valuesOf(spec: Column): string {
  const range = spec.min !== undefined && spec.max !== undefined ? `, ${spec.min} to ${spec.max}` : "";
  const refers = spec.refers ? ` in \`${spec.refers}.csv\`` : "";
  return `${TYPES[spec.type]}${refers}${range}`;
}

function emptyOf(required: boolean, { whenEmpty }: Column): string {
  if (required) return "no";
  if (whenEmpty === undefined) return "yes";
  return `means ${typeof whenEmpty === "boolean" ? (whenEmpty ? "`ja`" : "`nej`") : whenEmpty}`;
}

function codesOf({ name, spec }: Field): string {
  const rows = Object.entries(spec.codes ?? {}).map(([code, { da, en }]) => `| \`${code}\` | ${da} | ${en} |`);
  return [`Codes of \`${name}\`:`, "", "| code | Danish | English |", "|---|---|---|", ...rows].join("\n");
}
