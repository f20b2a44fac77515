import { addDays, type Day, FOREVER, isoDay } from "../platform/kernel/day.ts";
import type { Bilingual } from "../platform/kernel/fact.ts";
import { fill } from "../platform/texts/catalogue.ts";
import { formatDay } from "../platform/texts/format.ts";
import type { FieldName, Law, Rule, Source } from "./contract.ts";
import { rulesInForce, unverifiedIn } from "./in-force.ts";
import type { RuleField, RuleLine } from "./page.ts";
import {
  actorOf,
  adjustmentOf,
  amountOf,
  demandOf,
  dutyOf,
  exemptionOf,
  formsOf,
  inBoth,
  limitOf,
  meetsOf,
  shareOf,
  stepOf,
  whoOf,
} from "./spoken.ts";
import { da } from "./texts.da.ts";
import { en } from "./texts.en.ts";

/** The law as a municipality has it on a day. */
export type OnDay = { readonly law: Law; readonly municipality: string | null; readonly on: Day };

/** The last day of something in force until a day, or null while none is known. */
export function lastOf(until: Day): string | null {
  return until === FOREVER ? null : isoDay(addDays(until, -1));
}

/** Are some people in both rules' target groups? */
export function shareGroups(one: Rule, other: Rule): boolean {
  return one.groups === null || other.groups === null || one.groups.some((group) => other.groups?.includes(group));
}

/** Sources with their places, as one text. */
export function sourceText(sources: readonly Source[]): Bilingual {
  const text = sources.map(({ title, place }) => (place === "" ? title : `${title}, ${place}`)).join("; ");
  return { da: text, en: text };
}

/** Rows of the law as they are read, on a day on which they are in force or another. */
export function linesOf(rules: readonly Rule[], day: OnDay): readonly RuleLine[] {
  const now = rulesInForce(day, day.on).filter(({ active }) => active);
  return rules.map((rule) => lineOf(rule, day.law, now));
}

function lineOf(rule: Rule, law: Law, now: readonly Rule[]): RuleLine {
  return {
    id: rule.id,
    area: rule.area,
    norm: rule.norm,
    isOwn: rule.municipality !== null,
    isEnforced: rule.active,
    subject: rule.subject,
    groups: rule.groups === null ? null : [...rule.groups],
    first: isoDay(rule.from),
    last: lastOf(rule.until),
    unverified: [...unverifiedIn(rule)],
    fields: [...fieldsOf(rule, law, now)],
  };
}

function fieldsOf(rule: Rule, law: Law, now: readonly Rule[]): readonly RuleField[] {
  const rests = now.filter(({ exempts }) => rule.duty !== null && exempts.includes(rule.duty));
  const forSome = rests.filter((exemption) => shareGroups(rule, exemption));
  const more = now.filter(({ adjusts }) => adjusts?.rule === rule.id);
  const notCounted = more.flatMap(({ adjusts }) => adjusts?.notCounted ?? []);
  const texts: readonly (readonly [FieldName, Bilingual | null, (readonly string[])?])[] = [
    ["says", rule.says],
    ["paragraph", { da: rule.paragraph, en: rule.paragraph }],
    ["who", whoOf(rule, law)],
    ["duty", dutyOf(rule)],
    ["deadline", demandOf(rule)],
    ["share", shareOf(rule)],
    ["amount", amountOf(rule)],
    ["step", stepOf(rule)],
    ["limit", limitOf(rule)],
    ["actor", actorOf(rule)],
    ["forms", formsOf(rule)],
    ["meets", meetsOf(rule, notCounted)],
    ["exempts", exemptionOf(rule)],
    ["adjusts", adjustmentOf(rule), rule.adjusts === null ? [] : [rule.adjusts.rule]],
    ["rests", saidBy(forSome), forSome.map(({ id }) => id)],
    ["more", saidBy(more), more.map(({ id }) => id)],
    ["consequence", rule.consequence],
    ["assumption", rule.assumption],
    ["inForce", daysOf(rule)],
    ["confidence", inBoth((spoken) => spoken.confidence[rule.confidence])],
    ["sources", sourceText(rule.sources)],
  ];
  return texts.flatMap(([name, text, rules = []]) =>
    text === null ? [] : [{ name, text: { ...text }, rules: [...rules] }],
  );
}

function saidBy(rules: readonly Rule[]): Bilingual | null {
  if (rules.length === 0) return null;
  const said = (language: "da" | "en"): string => rules.map(({ says }) => says[language]).join(" ");
  return { da: said("da"), en: said("en") };
}

/** First and last day, and in words what of the row nobody has verified. */
function daysOf(rule: Rule): Bilingual {
  const last = lastOf(rule.until);
  const unverified = unverifiedIn(rule);
  return inBoth((spoken, language) => {
    const first = formatDay(isoDay(rule.from), language);
    const days =
      last === null
        ? fill(spoken.inForceOpen, { first })
        : fill(spoken.inForce, { first, last: formatDay(last, language) });
    const { mark } = language === "da" ? da : en;
    return [days, ...unverified.map((what) => mark.unverified[what])].join(" ");
  });
}
