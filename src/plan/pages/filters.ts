import type { Language } from "../../platform/texts/language.ts";
import type { GoalResult } from "../contract.ts";
import { type Status, statuses } from "./indicator-types.ts";

/** Which goals to show: all, those that need a decision, or those of one status. */
export type Shown = "all" | "decision" | Status;

/** What goals may be gathered by. */
export const groupings = ["track", "kind", "phase", "owner", "none"] as const;

/** What goals may be sorted by. */
export const sortings = ["plan", "status", "title", "freshness"] as const;

/** How the reader looks at the goals; lives in the address, so that going back brings it back (ASK-12). */
export type GoalFilters = {
  readonly shown: Shown;
  readonly text: string;
  readonly sort: (typeof sortings)[number];
};

/** How many goals each filter would show. */
export function countShown(goals: readonly GoalResult[]): Readonly<Record<Shown, number>> {
  const of = (shown: Shown): number => goals.filter((goal) => isShown(goal, shown)).length;
  return {
    all: goals.length,
    decision: of("decision"),
    met: of("met"),
    on_track: of("on_track"),
    at_risk: of("at_risk"),
    off_track: of("off_track"),
    missed: of("missed"),
    no_data: of("no_data"),
  };
}

/** The goals that fit the filters, sorted; "plan" keeps the plan's own order. */
export function filterGoals(goals: readonly GoalResult[], filters: GoalFilters, language: Language): GoalResult[] {
  const words = filters.text.toLocaleLowerCase(language).split(/\s+/).filter(Boolean);
  const fitting = goals.filter((goal) => isShown(goal, filters.shown) && hasWords(goal, words, language));
  return filters.sort === "plan" ? fitting : fitting.toSorted(order[filters.sort](language));
}

/** A goal counts as going well when it is met or on track. */
export function goesWell({ status }: GoalResult): boolean {
  return status === "met" || status === "on_track";
}

/** The oldest day of data behind a goal's figures, or null without any. */
export function freshnessOf(goal: GoalResult): string | null {
  const days = goal.indicators.flatMap(({ freshness }) => freshness ?? []);
  return days.toSorted()[0] ?? null;
}

function isShown(goal: GoalResult, shown: Shown): boolean {
  if (shown === "all") return true;
  return shown === "decision" ? goal.needsDecision : goal.status === shown;
}

function hasWords(goal: GoalResult, words: readonly string[], language: Language): boolean {
  const labels = goal.indicators.map(({ label }) => label[language]);
  const text = [goal.id, goal.title[language], goal.owner[language], ...labels].join(" ").toLocaleLowerCase(language);
  return words.every((word) => text.includes(word));
}

type Order = (one: GoalResult, other: GoalResult) => number;

const worst: readonly Status[] = [...statuses].reverse().filter((status) => status !== "no_data");

const order: Readonly<Record<Exclude<GoalFilters["sort"], "plan">, (language: Language) => Order>> = {
  status: () => (one, other) => badness(one) - badness(other),
  title: (language) => (one, other) => one.title[language].localeCompare(other.title[language], language),
  freshness: () => (one, other) => (freshnessOf(one) ?? "").localeCompare(freshnessOf(other) ?? ""),
};

/** Goals that need a decision first, then the worst status; without data last, for nothing can be done about it here. */
function badness({ status, needsDecision }: GoalResult): number {
  const place = worst.indexOf(status);
  return (place === -1 ? worst.length : place) - (needsDecision ? worst.length : 0);
}
