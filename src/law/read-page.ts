import { addDays, type Day, isoDay } from "../platform/kernel/day.ts";
import { covers } from "../platform/kernel/period.ts";
import type { Law, Lift, Rule } from "./contract.ts";
import { differenceBetween, liftOf, rulesInForce } from "./in-force.ts";
import { lastOf, linesOf, shareGroups, sourceText } from "./lines.ts";
import type { LawDifference, LawOnDay, RuleHistory, RuleLine, SettingAside } from "./page.ts";
import { changeDays } from "./rules/change-days.ts";
import { differingFields } from "./rules/differing-fields.ts";
import { isForGroup } from "./rules/find-rules.ts";
import { pairChanges } from "./rules/pair-changes.ts";
import { areaWords } from "./words.ts";

/** Whose law is read: the municipality by its code and name. */
export type Reading = { readonly law: Law; readonly municipality: { readonly code: string; readonly name: string } };

type Whose = { readonly law: Law; readonly municipality: string };

const whose = ({ law, municipality }: Reading): Whose => ({ law, municipality: municipality.code });

/** The law everyone has and the municipality's own rows, of all times. */
function rulesHere({ law, municipality }: Whose): readonly Rule[] {
  return law.rules.filter((rule) => rule.municipality === null || rule.municipality === municipality);
}

function liftsHere({ law, municipality }: Whose): readonly Lift[] {
  return law.lifts.filter((lift) => lift.municipality === municipality);
}

type Days = readonly [before: Day, after: Day];

/** What is different between two days for a target group or all, with the rules that took another's place put together. */
function changesBetween(here: Whose, [before, after]: Days, group = "") {
  const { came, went, changed } = differenceBetween(here, before, after);
  const forGroup = (rule: Rule): boolean => isForGroup(rule, group);
  const paired = pairChanges({ came: came.filter(forGroup), went: went.filter(forGroup) });
  const same = changed.filter((pair) => forGroup(pair.before) || forGroup(pair.after));
  return { came: paired.came, went: paired.went, changed: [...same, ...paired.pairs] };
}

/** How much changed on each day on which anything did, the newest first. */
function changesByDay(here: Whose): LawOnDay["changeDays"] {
  return changeDays([...rulesHere(here), ...liftsHere(here)])
    .map((on) => {
      const { came, went, changed } = changesBetween(here, [addDays(on, -1), on]);
      return { day: isoDay(on), changes: came.length + went.length + changed.length };
    })
    .filter(({ changes }) => changes > 0);
}

function frameOf({ law, municipality }: Reading): Pick<LawOnDay, "municipality" | "groups" | "areas" | "changeDays"> {
  const here = { law, municipality: municipality.code };
  const used = new Set(rulesHere(here).map(({ area }) => area));
  return {
    municipality: { ...municipality },
    groups: law.groups.map(({ code, label }) => ({ code, label: { ...label } })),
    areas: Object.entries(areaWords)
      .filter(([code]) => used.has(code))
      .map(([code, label]) => ({ code, label })),
    changeDays: changesByDay(here),
  };
}

/** The rules in force on a day, the municipality's own among them, and those of the law a trial sets aside there. */
export function lawOnDay(reading: Reading, on: Day): LawOnDay {
  const here = whose(reading);
  const day = { ...here, on };
  return {
    on: isoDay(on),
    ...frameOf(reading),
    overlay: overlayOf(here),
    rules: [...linesOf(rulesInForce(here, on), day)],
    setAside: liftsHere(here).flatMap((lift) => {
      const rules = rulesHere(here).filter((rule) => covers(rule, on) && liftOf(here, rule, on) === lift);
      return rules.length === 0 ? [] : [{ ...asideOf(lift), rules: [...linesOf(rules, day)] }];
    }),
  };
}

function asideOf({ paragraph, from, until, sources }: Lift): Omit<SettingAside, "rules"> {
  return { paragraph, first: isoDay(from), last: lastOf(until), sources: { ...sourceText(sources) } };
}

function overlayOf(here: Whose): LawOnDay["overlay"] {
  const overlay = here.law.overlays.find(({ municipality }) => municipality === here.municipality);
  const own = here.law.rules.filter(({ municipality }) => municipality === here.municipality);
  if (overlay === undefined || own.length === 0) return null;
  const first = Math.min(...own.map(({ from }) => from)) as Day;
  const until = Math.max(...own.map((rule) => rule.until)) as Day;
  return { label: { ...overlay.label }, first: isoDay(first), last: lastOf(until) };
}

/**
 * What is different for a target group, or for all, between two days in whatever order they are given: what came, what went, what changed
 * or took another's place.
 */
export function lawDifference(reading: Reading, [one, other]: Days, group = ""): LawDifference {
  const here = whose(reading);
  const [before, after] = one < other ? [one, other] : [other, one];
  const { came, went, changed } = changesBetween(here, [before, after], group);
  const [then, now] = [
    { ...here, on: before },
    { ...here, on: after },
  ];
  const [old, fresh] = [linesOf(rulesOf(changed, "before"), then), linesOf(rulesOf(changed, "after"), now)];
  return {
    before: isoDay(before),
    after: isoDay(after),
    ...frameOf(reading),
    came: [...movedLines(came, now, before)],
    went: [...movedLines(went, then, after)],
    changed: old.flatMap((line, at) => {
      const next = fresh[at];
      return next === undefined ? [] : [{ before: line, after: next, differing: [...differs(line, next)] }];
    }),
  };
}

const rulesOf = <Side extends "before" | "after">(
  pairs: readonly Readonly<Record<Side, Rule>>[],
  side: Side,
): readonly Rule[] => pairs.map((pair) => pair[side]);

const differs = (before: RuleLine, after: RuleLine) => differingFields(before.fields, after.fields);

/** Rules that are in force on one of two days only: because of their own days, or because a trial sets them aside on the other. */
function movedLines(
  rules: readonly Rule[],
  day: Whose & { readonly on: Day },
  other: Day,
): readonly LawDifference["came"][number][] {
  const lines = linesOf(rules, day);
  return rules.flatMap((rule, at) => {
    const line = lines[at];
    const because = covers(rule, other) ? "trial" : "row";
    return line === undefined ? [] : [{ rule: line, because }];
  });
}

/** All rows of a rule, the newest first; null when there is none of that id here. */
export function ruleHistory(reading: Reading, id: string, on: Day): RuleHistory | null {
  const here = whose(reading);
  const rows = rulesHere(here)
    .filter((rule) => rule.id === id)
    .sort((a, b) => b.from - a.from);
  const [newest] = rows;
  if (newest === undefined) return null;
  const lines = rows.map((row) => lineWhileInForce(row, here, on));
  return {
    on: isoDay(on),
    id,
    municipality: { ...reading.municipality },
    rows: lines.map((line, at) => {
      const earlier = lines[at + 1];
      const row = rows[at];
      return {
        line,
        differing: earlier === undefined ? [] : [...differs(earlier, line)],
        isInForce: row !== undefined && covers(row, on) && liftOf(here, row, on) === null,
      };
    }),
    setAside: liftsHere(here)
      .filter((lift) => rows.some((row) => isSetAside(row, lift)))
      .map(asideOf),
    alike: [...alikeOf(here, newest, on)],
  };
}

/** A row as it is read on the day, or, when it does not hold then, on the nearest day on which it does. */
function lineWhileInForce(row: Rule, here: Whose, on: Day): RuleLine {
  const nearest = Math.max(row.from, Math.min(on, row.until - 1)) as Day;
  const [line] = linesOf([row], { ...here, on: nearest });
  if (line === undefined) throw new Error(`the row ${row.id} has no line`);
  return line;
}

function isSetAside(row: Rule, lift: Lift): boolean {
  const { municipality, duty, from, until } = row;
  return municipality === null && duty !== null && lift.duties.includes(duty) && from < lift.until && lift.from < until;
}

function alikeOf(here: Whose, rule: Rule, on: Day): readonly RuleLine[] {
  return rulesHere(here)
    .filter(({ id, duty }) => id !== rule.id && duty !== null && duty === rule.duty)
    .filter((other) => shareGroups(rule, other))
    .sort((a, b) => a.from - b.from || (a.id < b.id ? -1 : 1))
    .map((other) => lineWhileInForce(other, here, on));
}
