import type { GoalNote, GoalResult, PlanContent, PlanStatus } from "../../../plan/contract.ts";
import { fill } from "../../../platform/texts/catalogue.ts";
import type { ReportGoal, ReportTrack } from "../contract.ts";
import { composeIndicator, statusLabel } from "./indicator.ts";
import { composeNotes } from "./notes.ts";
import type { Words } from "./words.ts";

/** What the report is composed from, small numbers taken out of the status. */
export type Input = {
  readonly content: PlanContent;
  readonly status: PlanStatus;
  readonly notes: readonly GoalNote[];
};

/** Met or on track. */
export function isReached(goal: Pick<ReportGoal, "status">): boolean {
  return goal.status === "met" || goal.status === "on_track";
}

/** The tracks in the plan's order with their goals, and last the goals of the plan as a whole. Goals of a track the plan does not name are the plan's. */
export function composeTracks(input: Input, words: Words): ReportTrack[] {
  const known = new Set(input.content.tracks.map((track) => track.id));
  const goalsOf = (id: string | null): ReportGoal[] =>
    input.status.goals
      .filter((goal) => (goal.track !== null && known.has(goal.track) ? goal.track : null) === id)
      .map((goal) => composeGoal(goal, input, words));
  const tracks = input.content.tracks.map((track) => {
    const goals = goalsOf(track.id);
    const aim = [track.aim, ...track.aims].map(words.pick).join(" ");
    return { id: track.id, title: words.pick(track.title), aim, line: lineOf(goals, words), goals };
  });
  const whole = goalsOf(null);
  if (whole.length === 0) return tracks;
  const { plan, planAim } = words.texts.track;
  return [...tracks, { id: null, title: plan, aim: planAim, line: lineOf(whole, words), goals: whole }];
}

function composeGoal(goal: GoalResult, input: Input, words: Words): ReportGoal {
  const { texts, pick } = words;
  const phases = input.content.phases
    .filter((phase) => goal.phases.includes(phase.id))
    .map((phase) => pick(phase.title));
  return {
    id: goal.id,
    title: pick(goal.title),
    kind: texts.kind[goal.kind],
    explicit: goal.explicit,
    owner: pick(goal.owner),
    phases: phases.join(", "),
    ref: `${goal.ref}, ${goal.explicit ? texts.goal.stated : texts.goal.derived}`,
    status: goal.status,
    statusLabel: statusLabel(goal, words),
    needsDecision: goal.needsDecision,
    missing: goal.missing && pick(goal.missing),
    withheld: goal.withheld ? texts.goal.withheld : null,
    indicators: goal.indicators.map((indicator) => composeIndicator(indicator, input.status, words)),
    decisions: composeNotes(input.notes, { goal: goal.id, kind: "decision" }, words),
    comments: composeNotes(input.notes, { goal: goal.id, kind: "comment" }, words),
  };
}

function lineOf(goals: readonly ReportGoal[], words: Words): string {
  const { track } = words.texts;
  const [only] = goals;
  if (!only) return track.empty;
  if (goals.length === 1) return fill(track.lineOne, { status: only.statusLabel.toLowerCase() });
  return fill(track.line, { reached: goals.filter(isReached).length, all: goals.length });
}
