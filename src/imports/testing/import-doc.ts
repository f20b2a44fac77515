import type { Fact } from "../../platform/kernel/fact.ts";
import { type Field, fieldsOf } from "../layout.ts";
import { type Layout, otherNames } from "../reading/layouts.ts";

const INTRODUCTION = `# Import: which files are understood, and how

<!-- Made from the facts (src/*/facts.ts), the other names of columns (src/imports/reading/names.yaml) and the layouts (src/imports/layouts/) by src/imports/testing/import-doc.ts. Edit those, then run the tests of src/imports with -u. -->

A file is understood by its columns, whatever it is called and however it is written. [records.md](records.md) has what each column
means and its codes; [examples/import](../examples/import/README.md) has eight files as they come by mail.

## How a file may be written

| what | taken | refused, with the line |
|---|---|---|
| letters | UTF-8 with or without a byte-order mark, UTF-16 with one, Windows-1252 | a file that is half one and half another, DOS and Mac letters, letters broken or lost before |
| table | CSV and text with \`;\` \`,\` tab or \`|\`; \`.xlsx\` and \`.xlsm\`, every visible sheet | \`.xls\`, \`.xlsb\`, files with a password, packages, PDF |
| around it | titles above the header, empty lines and columns, the header again, lines that only sum up (left out, told) | |
| days | \`31-12-2021\` \`31.12.2021\` \`2021-12-31\` \`20211231\` \`31. december 2021\`, dates of a spreadsheet, with midnight | two-digit years; \`1/2/2021\` until the column shows or somebody says which comes first; a time of day |
| numbers | \`1.234,50\` \`0,5\` \`0.5\` \`kr. 12\` | \`1.234\` until the column shows or somebody says what the point is |
| amounts | øre in a column called as in records.md; kroner when the heading says \`(kr.)\` | a heading that does not say |
| yes and no | \`ja\` \`nej\` \`x\` \`1\` \`0\` \`true\` \`false\` \`sand\` \`falsk\` | anything else |
| codes | the code or its Danish or English label, whatever the case | others, with the nearest right one |
| formulas | the value they last gave; never computed | those without a value |
| citizens | your own id, or the CPR number in a column of CPR numbers: it finds the citizen and is never stored readable | a CPR number anywhere else |
| companies | your own id, or a CVR or P-number whose digits fit | |

A row without an \`id\` gets one made of what tells it apart (the fact's key below), so the same file twice changes nothing and a row
with a new last day is a correction.

`;

/** The documentation of the files that are understood, in Markdown. */
export function importDoc(facts: readonly Fact[], layouts: readonly Layout[]): string {
  return `${INTRODUCTION}## Columns by their names\n\n${facts.map(sectionOf).join("\n")}\n## Layouts of others\n\n${layouts.map(layoutSection).join("\n")}`;
}

function sectionOf(fact: Fact): string {
  const key = fact.key ? `Without \`id\`, a row is told by ${coded(fact.key)}.` : "Needs an id.";
  const alone = fact.apart ? ` Rows with the same ${coded(fact.apart)} may not hold on the same day.` : "";
  const rows = fieldsOf(fact).map(
    (field) => `| \`${field.name}\` | ${namesOf(fact, field)} | ${neededOf(fact, field)} |`,
  );
  return `### ${fact.label.en} (${fact.label.da}): \`${fact.name}\`\n\n${key}${alone}\n\n| field | may be called | needed |\n|---|---|---|\n${rows.join("\n")}\n`;
}

function namesOf(fact: Fact, { name, spec }: Field): string {
  const others = otherNames(fact.name, name).flatMap(({ names = [] }) => names);
  return [...new Set([spec.label.da, ...others])].join(", ");
}

function neededOf(fact: Fact, { name, required, expected }: Field): string {
  if (name === "id") return fact.key ? "no" : "yes";
  return required ? "yes" : expected ? "the column" : "no";
}

function layoutSection({ name, label, about, source, fact, columns, only = [] }: Layout): string {
  const rows = columns.map(
    ({ field, from = [], constant, read }) =>
      `| \`${field}\` | ${from.length > 0 ? from.join(", ") : `always “${constant}”`} | ${read?.as ?? read?.unit ?? ""} |`,
  );
  const taken = only.map(({ from, values }) => `Only rows whose ${from.join(" or ")} is ${values.join(" or ")}.`);
  return `### ${label.en} (${label.da}): \`${name}\`\n\n${about.en} Becomes \`${fact}\`. Source: ${source}. ${taken.join(" ")}\n\n| field | from the column | read as |\n|---|---|---|\n${rows.join("\n")}\n`;
}

function coded(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(", ");
}
