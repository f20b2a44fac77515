import { goalStatus } from "../../../indicators/contract.ts";
import type { PlanStatus } from "../../../plan/contract.ts";
import { fill } from "../../../platform/texts/catalogue.ts";
import type { Report, ReportGoal, ReportTable, ReportTrack } from "../contract.ts";
import { isReached } from "./goal.ts";
import { countWord, numberCell, textCell, type Words } from "./words.ts";

/** The report in brief: the answer in words first, then how many goals stand where, then the tracks. */
export function composeSummary(
  tracks: readonly ReportTrack[],
  input: { readonly status: PlanStatus; readonly to: string; readonly discrepancies: number },
  words: Words,
): Report["summary"] {
  const { summary } = words.texts;
  const goals = tracks.flatMap((track) => track.goals);
  const over = input.status.asOf >= input.to;
  const firstLine = fill(over ? summary.firstLineAfter : summary.firstLine, {
    reached: goals.filter(isReached).length,
    all: goals.length,
    asOf: words.day(input.status.asOf),
  });
  const missing = goals.filter((goal) => goal.status === "no_data" && !goal.withheld).length;
  const withheld = goals.filter((goal) => goal.status === "no_data" && goal.withheld).length;
  return {
    title: summary.title,
    firstLine,
    lines: [
      decisionLine(goals.filter((goal) => goal.needsDecision).length, words),
      counted(missing, { one: summary.noDataOne, other: summary.noData }, words),
      counted(withheld, { one: summary.withheldOne, other: summary.withheld }, words),
      input.discrepancies > 0 ? summary.discrepancy : "",
    ].filter((line) => line !== ""),
    counts: countsOf(goals, words),
    tracks: trackTable(tracks, words),
  };
}

/** The goals that need a decision, in the plan's order, each with why and with what was decided last. */
export function composeDecisions(tracks: readonly ReportTrack[], words: Words): Report["decisions"] {
  const { decisions } = words.texts;
  const goals = tracks.flatMap((track) =>
    track.goals.filter((goal) => goal.needsDecision).map((goal) => ({ track: track.title, goal })),
  );
  return {
    title: decisions.title,
    lead: goals.length > 0 ? decisions.lead : decisions.none,
    goals: goals.map(({ track, goal }) => ({
      id: goal.id,
      title: goal.title,
      track,
      status: goal.status,
      statusLabel: goal.statusLabel,
      figures: goal.indicators
        .map(({ value, target }) => fill(decisions.figures, { value: value.text, target: target.text }))
        .join(" · "),
      why: goal.missing ?? goal.indicators.map((indicator) => indicator.why).join(" "),
      latest: latestOf(goal, words),
    })),
  };
}

function latestOf(goal: ReportGoal, words: Words): string | null {
  const latest = goal.decisions.at(-1);
  return latest ? fill(words.texts.decisions.latest, { when: latest.when, text: latest.text }) : null;
}

function decisionLine(count: number, words: Words): string {
  const { summary } = words.texts;
  if (count === 0) return summary.decisionNone;
  return counted(count, { one: summary.decisionOne, other: summary.decisionMany }, words);
}

function counted(count: number, forms: { one: string; other: string }, words: Words): string {
  if (count === 0) return "";
  if (count === 1) return forms.one;
  const word = countWord(count, words);
  return fill(forms.other, { count: forms.other.startsWith("{count}") ? word : word.toLowerCase() });
}

function countsOf(goals: readonly ReportGoal[], words: Words): Report["summary"]["counts"] {
  const hidden = goals.some((goal) => goal.status === "no_data" && goal.withheld);
  return goalStatus.options.map((status) => ({
    status,
    label: status === "no_data" && hidden ? words.texts.summary.noDataOrWithheld : words.texts.status[status],
    goals: goals.filter((goal) => goal.status === status).length,
  }));
}

function trackTable(tracks: readonly ReportTrack[], words: Words): ReportTable {
  const { summary } = words.texts;
  const all = tracks.flatMap((track) => track.goals);
  const row = (title: string, goals: readonly ReportGoal[], strong: boolean): ReportTable["rows"][number] => ({
    strong,
    cells: [
      textCell(title),
      ...[goals.length, goals.filter(isReached).length, goals.filter((goal) => goal.needsDecision).length].map((n) =>
        numberCell(n, words),
      ),
    ],
  });
  return {
    id: "tracks",
    title: summary.tracks,
    columns: [
      { label: summary.track, align: "left" },
      { label: summary.goals, align: "right" },
      { label: summary.reached, align: "right" },
      { label: summary.decisions, align: "right" },
    ],
    rows: [...tracks.map((track) => row(track.title, track.goals, false)), row(summary.all, all, true)],
    notes: [],
  };
}
