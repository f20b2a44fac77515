import { addDays, type Day } from "../../platform/kernel/day.ts";
import type { Case } from "./cases.ts";
import { isAgainst, type RuleSaid } from "./risk.ts";

/** Why something cannot be recorded, and of which field it is. */
export type Fault = {
  readonly field: string;
  readonly code:
    | "no_case"
    | "unknown_question"
    | "against_rule"
    | "effort_without_risk"
    | "effort_before_case"
    | "too_far_ahead"
    | "unknown_archetype"
    | "unknown_distance"
    | "nothing_chosen"
    | "not_activity_ready"
    | "in_the_future"
    | "before_running";
};

/** How far ahead a day may lie that somebody plans. */
const AHEAD_DAYS = 366;

/** A conclusion as it is asked for. */
export type AskedConclusion = {
  readonly conclusion: "i_risiko" | "ikke_i_risiko";
  readonly reason: string;
  readonly effortFrom: Day | null;
};

/** Why a conclusion cannot be recorded: against the rule it needs a reason; an early effort belongs to those at risk and to the case. */
export function conclusionFaults(
  { conclusion, reason, effortFrom }: AskedConclusion,
  { its, said, on }: { readonly its: Case; readonly said: RuleSaid; readonly on: Day },
): readonly Fault[] {
  const found: Fault[] = [];
  if (isAgainst(conclusion, said) && reason === "") found.push({ field: "reason", code: "against_rule" });
  if (effortFrom === null) return found;
  if (conclusion !== "i_risiko") found.push({ field: "effortFrom", code: "effort_without_risk" });
  if (effortFrom < its.from) found.push({ field: "effortFrom", code: "effort_before_case" });
  if (effortFrom > addDays(on, AHEAD_DAYS)) found.push({ field: "effortFrom", code: "too_far_ahead" });
  return found;
}

/** An archetype and a distance as they are asked for, from a day; both empty ends what runs. */
export type AskedArchetype = {
  readonly archetype: string | null;
  readonly distance: string | null;
  readonly from: Day;
};

/** What an archetype is judged against. */
export type AroundArchetype = {
  readonly on: Day;
  readonly archetypes: readonly string[];
  readonly distances: readonly string[];
  /** Is the citizen one of those whom the archetypes are for, as far as is known? */
  readonly isFor: boolean;
  /** First day of what runs; null when nothing does. */
  readonly runningFrom: Day | null;
  /** First day after what has ended; null when nothing has. */
  readonly endedUntil: Day | null;
};

/** Why an archetype cannot be recorded: it is a dated event, so it neither lies ahead nor comes before the one that runs. */
export function archetypeFaults(asked: AskedArchetype, around: AroundArchetype): readonly Fault[] {
  const { archetype, distance, from } = asked;
  const { on, runningFrom } = around;
  const isEnd = archetype === null && distance === null;
  const rules: readonly (readonly [boolean, Fault])[] = [
    [isLost(archetype, around.archetypes), { field: "archetype", code: "unknown_archetype" }],
    [isLost(distance, around.distances), { field: "distance", code: "unknown_distance" }],
    [isEnd && runningFrom === null, { field: "archetype", code: "nothing_chosen" }],
    [!(isEnd || around.isFor), { field: "archetype", code: "not_activity_ready" }],
    [from > on, { field: "from", code: "in_the_future" }],
    [isBefore(from, around, isEnd), { field: "from", code: "before_running" }],
  ];
  return rules.flatMap(([isWrong, fault]) => (isWrong ? [fault] : []));
}

function isLost(code: string | null, codes: readonly string[]): boolean {
  return code !== null && !codes.includes(code);
}

/** Does something else hold on the day already? What ends on its first day would never have held. */
function isBefore(from: Day, { runningFrom, endedUntil }: AroundArchetype, isEnd: boolean): boolean {
  if (endedUntil !== null && from < endedUntil) return true;
  return runningFrom !== null && (from < runningFrom || (isEnd && from === runningFrom));
}
