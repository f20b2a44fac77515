import type { Language } from "../../platform/texts/language.ts";
import type { GoalResult, PlanContent } from "../contract.ts";
import { goesWell, type groupings } from "./filters.ts";
import { planTexts } from "./plan-texts.ts";

/** What goals are gathered by. */
export type Grouping = (typeof groupings)[number];

/** Goals that belong together, with the count for the heading: "7 of 9 met or on track" over all goals of the group. */
export type GoalGroup = {
  readonly id: string;
  readonly title: string;
  readonly aim: string | null;
  readonly goals: readonly GoalResult[];
  readonly good: number;
  readonly all: number;
};

type Place = { readonly id: string; readonly title: string; readonly aim: string | null };

/** What to gather, how, and in which language the headings are. */
export type GroupingOf = {
  readonly plan: PlanContent;
  readonly everyGoal: readonly GoalResult[];
  readonly by: Grouping;
  readonly language: Language;
};

/** The shown goals gathered by track, kind, phase or owner; a goal of several phases stands in each. Empty groups are left out. */
export function groupGoals(shown: readonly GoalResult[], how: GroupingOf): GoalGroup[] {
  return placesOf(how).flatMap((place) => {
    const here = (goal: GoalResult): boolean => idsOf(goal, how).includes(place.id);
    const goals = shown.filter(here);
    const all = how.everyGoal.filter(here);
    return goals.length === 0 ? [] : [{ ...place, goals, good: all.filter(goesWell).length, all: all.length }];
  });
}

function idsOf(goal: GoalResult, { by, language }: GroupingOf): readonly string[] {
  if (by === "phase") return goal.phases.length > 0 ? goal.phases : [""];
  if (by === "track") return [goal.track ?? ""];
  if (by === "none") return [""];
  return [by === "kind" ? goal.kind : goal.owner[language]];
}

function placesOf(how: GroupingOf): Place[] {
  const { plan, by, language, everyGoal } = how;
  const texts = planTexts[language];
  const named = (list: PlanContent["tracks"] | PlanContent["phases"]): Place[] =>
    list.map(({ id, title, aim }) => ({ id, title: title[language], aim: aim[language] }));
  const bare = (id: string, title: string): Place => ({ id, title, aim: null });
  if (by === "track") return [...named(plan.tracks), bare("", texts.overview.wholePlan)];
  if (by === "phase") return [...named(plan.phases), bare("", texts.overview.noPhase)];
  if (by === "kind") return Object.entries(texts.kinds).map(([id, title]) => bare(id, title));
  if (by === "none") return [bare("", "")];
  const owners = new Set(everyGoal.map((goal) => goal.owner[language]));
  return [...owners].toSorted((one, other) => one.localeCompare(other, language)).map((owner) => bare(owner, owner));
}
