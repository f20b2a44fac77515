import type { FullTimeTable, GoalNote, PlanContent, PlanStatus } from "../../../plan/contract.ts";
import { fill } from "../../../platform/texts/catalogue.ts";
import type { Report, ReportLanguage, ReportLine } from "../contract.ts";
import { composeAnnex } from "./annex.ts";
import { composeFullTime } from "./full-time.ts";
import { composeTracks } from "./goal.ts";
import { withoutSmallNumbers } from "./small-numbers.ts";
import { composeDecisions, composeSummary } from "./summary.ts";
import { periodText, type Words, wordsOf } from "./words.ts";

/** Everything the follow-up report is made of. `madeOn` is the day it is made, handed in so that the same input gives the same report. */
export type ReportInput = {
  readonly content: PlanContent;
  readonly status: PlanStatus;
  /** Null when the plan has no table of full-time persons. */
  readonly table: FullTimeTable | null;
  readonly notes: readonly GoalNote[];
  readonly language: ReportLanguage;
  readonly madeOn: string;
};

/**
 * Composes the committee's follow-up report: the answer in words, what needs a decision, each track with its goals, full-time
 * persons and an annex. Pure: the same input gives the same report. Holds no personal data and no figure on fewer than five citizens.
 */
export function composeReport(input: ReportInput): Report {
  const words = wordsOf(input.language);
  const status = withoutSmallNumbers(input.status);
  const { content, table, madeOn } = input;
  const tracks = composeTracks({ content, status, notes: input.notes }, words);
  const title = words.texts.title;
  return {
    language: input.language,
    title,
    plan: { id: content.id, title: words.pick(content.title), from: content.from, to: content.to },
    municipality: status.municipality,
    committee: words.pick(content.committee),
    asOf: status.asOf,
    knownAt: status.knownAt,
    snapshot: status.snapshot,
    madeOn,
    synthetic: status.synthetic,
    mark: status.synthetic ? words.texts.mark : null,
    header: headerOf(content, status, words),
    front: frontOf(input, words),
    summary: composeSummary(tracks, { status, to: content.to, discrepancies: table?.discrepancies.length ?? 0 }, words),
    decisions: composeDecisions(tracks, words),
    tracks,
    fullTime: composeFullTime(table, words),
    annex: composeAnnex(tracks, { content, asOf: status.asOf }, words),
  };
}

function headerOf(content: PlanContent, status: PlanStatus, words: Words): string {
  const { texts } = words;
  const header = fill(texts.header, {
    plan: words.pick(content.title),
    municipality: status.municipality.name,
    asOf: words.day(status.asOf),
  });
  return status.snapshot === null ? header : `${header} · ${fill(texts.headerSnapshot, { snapshot: status.snapshot })}`;
}

function frontOf({ content, status, madeOn }: ReportInput, words: Words): ReportLine[] {
  const { front } = words.texts;
  const lines: (ReportLine | null)[] = [
    { label: front.municipality, text: status.municipality.name },
    { label: front.committee, text: words.pick(content.committee) },
    {
      label: front.period,
      text: fill(front.periodText, { from: words.day(content.from), to: words.day(content.to) }),
    },
    content.adopted === null ? null : { label: front.adopted, text: periodText(content.adopted, words) },
    { label: front.asOf, text: words.day(status.asOf) },
    { label: front.snapshot, text: status.snapshot ?? front.live },
    status.knownAt === null
      ? null
      : { label: front.knownAt, text: fill(front.knownAtText, { day: words.day(status.knownAt) }) },
    { label: front.madeOn, text: words.day(madeOn) },
  ];
  return lines.filter((line) => line !== null);
}
