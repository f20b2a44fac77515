import {
  differenceLine,
  inForceLine,
  isFound,
  type LawDifference,
  type LawOnDay,
  law,
  lawDifference,
  lawOnDay,
  type Reading,
  type RuleLine,
  type Sought,
} from "../../law/public.ts";
import { municipalityCalled } from "../../organisation/public.ts";
import { namedError } from "../../platform/db/public.ts";
import { nearest } from "../../platform/kernel/nearest.ts";
import { readDay } from "../places.ts";
import type { Ending } from "./commands.ts";
import { asTable, type Output, say } from "./output.ts";
import { today } from "./reach.ts";

export type AskedLaw = {
  readonly on?: string;
  readonly against?: string;
  readonly group?: string;
  readonly municipality?: string;
};

/** `law`: the rules in force on a day, or what is different from another. It needs no records: the law comes with the program. */
export function showLaw(asked: AskedLaw, output: Output): Ending {
  const reading = readingOf(asked);
  const sought = { group: groupOf(asked.group), area: "", text: "", language: output.language };
  const on = asked.on ? readDay(asked.on) : today();
  if (asked.against === undefined) inForce(lawOnDay(reading, on), sought, output);
  else difference(lawDifference(reading, [on, readDay(asked.against)], sought.group), sought, output);
  return 0;
}

/** The municipality's law, or the one everyone has. */
function readingOf({ municipality }: AskedLaw): Reading {
  if (municipality === undefined) return { law, municipality: { code: "", name: "" } };
  const { code, name } = municipalityCalled(municipality);
  return { law, municipality: { code, name } };
}

function groupOf(asked: string | undefined): string {
  const codes = law.groups.map(({ code }) => code);
  if (asked === undefined || codes.includes(asked)) return asked ?? "";
  const meant = nearest(asked, codes);
  throw namedError("unknown_group", {
    da: `Målgruppen »${asked}« kendes ikke${meant ? `; mente du ${meant}?` : ""} De hedder ${codes.join(", ")}.`,
    en: `The target group "${asked}" is not known${meant ? `; did you mean ${meant}?` : ""} They are ${codes.join(", ")}.`,
  });
}

function inForce(found: LawOnDay, sought: Sought, output: Output): void {
  const among = (line: RuleLine): boolean => isFound(line, sought);
  const rules = found.rules.filter(among);
  const setAside = found.setAside.map((aside) => ({ ...aside, rules: aside.rules.filter(among) }));
  if (output.format === "json") {
    output.line(JSON.stringify({ on: found.on, municipality: found.municipality.code, rules, setAside }, null, 2));
    return;
  }
  const aside = setAside.flatMap((one) => one.rules.map((line) => lineOf(line, say(output, "law_aside"), output)));
  const inForceNow = rules.map((line) => lineOf(line, say(output, "law_holds"), output));
  output.line(asTable([headOf(output), ...inForceNow, ...aside]));
  output.line(inForceLine(found, { language: output.language, sought }));
}

function difference(found: LawDifference, sought: Sought, output: Output): void {
  const among = (line: RuleLine): boolean => isFound(line, sought);
  const came = found.came.filter(({ rule }) => among(rule));
  const went = found.went.filter(({ rule }) => among(rule));
  const changed = found.changed.filter(({ before, after }) => among(before) || among(after));
  if (output.format === "json") {
    const { before, after, municipality } = found;
    output.line(JSON.stringify({ before, after, municipality: municipality.code, came, went, changed }, null, 2));
    return;
  }
  const rows = [
    ...changed.flatMap(({ before, after }) => [
      lineOf(before, say(output, "law_before"), output),
      lineOf(after, say(output, "law_after"), output),
    ]),
    ...came.map(({ rule }) => lineOf(rule, say(output, "law_came"), output)),
    ...went.map(({ rule }) => lineOf(rule, say(output, "law_went"), output)),
  ];
  output.line(asTable([headOf(output), ...rows]));
  output.line(differenceLine(found, { language: output.language, sought }));
}

const headOf = (output: Output): string[] =>
  (["law_what", "duties_rule", "duties_paragraph", "law_says"] as const).map((key) => say(output, key));

function lineOf(line: RuleLine, what: string, output: Output): string[] {
  const said = (name: string): string =>
    line.fields.flatMap((field) => (field.name === name ? [field.text[output.language]] : [])).join("");
  const mark = line.isEnforced ? what : `${what} (${say(output, "law_off")})`;
  return [mark, line.id, said("paragraph"), said("says")];
}
