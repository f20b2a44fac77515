import { countForm, fill } from "../platform/texts/catalogue.ts";
import { formatDay, formatNumber } from "../platform/texts/format.ts";
import type { Language } from "../platform/texts/language.ts";
import type { LawDifference, LawOnDay } from "./page.ts";
import type { Sought } from "./rules/find-rules.ts";
import { countOf, type Item, isShown } from "./shown-rules.ts";
import { da } from "./texts.da.ts";
import { en } from "./texts.en.ts";

const lawTexts = { da, en };

type Said = { readonly language: Language; readonly sought: Sought };

/** For whom, as the end of a sentence. */
function forGroup(groups: LawOnDay["groups"], { language, sought }: Said): string {
  const group = groups.find(({ code }) => code === sought.group);
  return group ? fill(lawTexts[language].page.forGroup, { group: group.label[language] }) : "";
}

/** The page's first line: how many rules are in force for a group on the day, and how many of them are not enforced. */
export function inForceLine(data: LawOnDay, said: Said): string {
  const { language, sought } = said;
  const { page: texts } = lawTexts[language];
  const group = { ...sought, area: "", text: "" };
  const rules = data.rules.filter((rule) => isShown([rule], group));
  const off = rules.filter(({ isEnforced }) => !isEnforced).length;
  const values = {
    day: formatDay(data.on, language),
    group: forGroup(data.groups, said),
    count: formatNumber(rules.length, language),
  };
  if (rules.length === 0) return `${fill(texts.none, values)}${texts.allEnforced}`;
  const end = off === 0 ? texts.allEnforced : fill(countForm(language, off, texts.notEnforced), { count: off });
  return `${fill(countForm(language, rules.length, texts.line), values)}${end}`;
}

/** The first line when two days are compared: how many rules came, went and changed. */
export function differenceLine(data: LawDifference, said: Said): string {
  const { language, sought } = said;
  const { page: texts } = lawTexts[language];
  const group = { ...sought, area: "", text: "" };
  const one = (moved: LawDifference["came"]): readonly Item[] => moved.map(({ rule }) => [rule]);
  const counts = {
    came: countOf(one(data.came), group),
    went: countOf(one(data.went), group),
    changed: countOf(
      data.changed.map(({ before, after }) => [before, after]),
      group,
    ),
  };
  const values = {
    before: formatDay(data.before, language),
    after: formatDay(data.after, language),
    group: forGroup(data.groups, said),
  };
  if (counts.came + counts.went + counts.changed === 0) return fill(texts.same, values);
  return fill(texts.difference, { ...values, ...counts });
}
