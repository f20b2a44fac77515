import type { PlanContent } from "../../../plan/contract.ts";
import { day } from "../../../platform/kernel/day.ts";
import type { Report, ReportCell, ReportGoal, ReportIndicator, ReportTable, ReportTrack } from "../contract.ts";
import { dayCell, emptyCell, numberCell, periodText, textCell, unitName, type Words } from "./words.ts";

/** The annex: key figures, staffing, freshness, and how to read the report. How each figure was made stands with each indicator. */
export function composeAnnex(
  tracks: readonly ReportTrack[],
  input: { readonly content: PlanContent; readonly asOf: string },
  words: Words,
): Report["annex"] {
  const { annex } = words.texts;
  return {
    title: annex.title,
    lead: annex.lead,
    tables: [keyFigures(input.content, words), staffing(input.content, words), freshness(tracks, input.asOf, words)],
    madeTitle: annex.made,
    madeLead: annex.madeLead,
    reading: {
      title: annex.reading,
      lines: [annex.readingStatus, annex.readingInterval, annex.readingData, annex.readingSmall, annex.readingSame],
    },
  };
}

function keyFigures(content: PlanContent, words: Words): ReportTable {
  const { annex } = words.texts;
  return {
    id: "key-figures",
    title: annex.keyFigures,
    columns: figureColumns(annex.period, words),
    rows: content.keyFigures.map((figure) => ({
      strong: false,
      cells: figureCells(figure, periodCell(figure.period, words), words),
    })),
    notes: [],
  };
}

function staffing(content: PlanContent, words: Words): ReportTable {
  const { annex } = words.texts;
  return {
    id: "staffing",
    title: annex.staffing,
    columns: figureColumns(annex.day, words),
    rows: content.staffing.map((figure) => ({
      strong: false,
      cells: figureCells(figure, periodCell(figure.day, words), words),
    })),
    notes: [],
  };
}

function figureColumns(when: string, words: Words): ReportTable["columns"] {
  const { annex } = words.texts;
  return [
    { label: annex.label, align: "left" },
    { label: annex.value, align: "right" },
    { label: annex.unit, align: "left" },
    { label: when, align: "left" },
    { label: annex.source, align: "left" },
  ];
}

function figureCells(
  figure: PlanContent["keyFigures"][number] | PlanContent["staffing"][number],
  when: ReportCell,
  words: Words,
): ReportCell[] {
  return [
    textCell(words.pick(figure.label)),
    numberCell(figure.value, words, printedDecimals(figure.value)),
    textCell(unitName(figure.unit, words)),
    when,
    textCell(figure.source),
  ];
}

/** A printed figure keeps the decimals it was printed with, at most two. */
function printedDecimals(value: number): number {
  return [0, 1].find((decimals) => Number(value.toFixed(decimals)) === value) ?? 2;
}

function periodCell(period: string, words: Words): ReportCell {
  return /^\d{4}-\d{2}-\d{2}$/.test(period) ? dayCell(period, words) : textCell(periodText(period, words));
}

function freshness(tracks: readonly ReportTrack[], asOf: string, words: Words): ReportTable {
  const { annex } = words.texts;
  const rows = tracks.flatMap((track) =>
    track.goals.flatMap((of) => of.indicators.map((indicator) => freshnessRow({ of, indicator, asOf }, words))),
  );
  return {
    id: "freshness",
    title: annex.freshness,
    columns: [
      { label: annex.goal, align: "left" },
      { label: annex.measuredOn, align: "right" },
      { label: annex.recorded, align: "right" },
      { label: annex.age, align: "right" },
    ],
    rows,
    notes: [annex.freshnessNote],
  };
}

function freshnessRow(
  at: { of: ReportGoal; indicator: ReportIndicator; asOf: string },
  words: Words,
): ReportTable["rows"][number] {
  const { of, indicator, asOf } = at;
  const { freshness } = indicator;
  const title = of.indicators.length > 1 ? `${of.title}: ${indicator.label}` : of.title;
  const hidden = indicator.withheld !== null;
  return {
    strong: false,
    cells: [
      textCell(title),
      dayCell(indicator.measuredOn, words),
      hidden ? textCell(words.texts.goal.withheldWord) : dayCell(freshness, words),
      freshness === null || hidden ? emptyCell(words) : ageCell(day(asOf) - day(freshness), words),
    ],
  };
}

function ageCell(days: number, words: Words): ReportCell {
  return days < 0 ? textCell(words.texts.annex.later) : numberCell(days, words);
}
