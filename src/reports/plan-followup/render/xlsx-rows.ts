import { numberCell, textCell, type Words } from "../compose/words.ts";
import type { Report, ReportCell, ReportGoal, ReportIndicator } from "../contract.ts";

/** A cell of a sheet, or a column's heading with its width in characters. */
export type Slot = { readonly label: string; readonly width: number; readonly cell: ReportCell | null };

/** A row of a sheet; the first row of a list carries the headings. */
export type Row = readonly Slot[];

type Place = { readonly track: string; readonly goal: ReportGoal; readonly indicator: ReportIndicator };
type Column<T> = readonly [label: string, width: number, cell: (of: T) => ReportCell | null];

/** One row per indicator with everything that can be sorted and counted on. */
export function goalRows(report: Report, words: Words): Row[] {
  const { sheet, goal: texts } = words.texts;
  const text = (pick: (at: Place) => string | null) => (at: Place) => optional(pick(at));
  const columns: Column<Place>[] = [
    [sheet.id, 12, text(({ goal }) => goal.id)],
    [sheet.goal, 46, text(({ goal }) => goal.title)],
    [sheet.track, 34, text(({ track }) => track)],
    [sheet.indicator, 40, text(({ indicator }) => indicator.label)],
    [sheet.kind, 18, text(({ goal }) => goal.kind)],
    [sheet.status, 16, text(({ indicator }) => indicator.statusLabel)],
    [sheet.decision, 16, text(({ goal }) => (goal.needsDecision ? texts.yes : texts.no))],
    [sheet.value, 14, ({ indicator }) => (indicator.withheld === null ? known(indicator.value) : indicator.value)],
    [sheet.unit, 20, text(({ indicator }) => indicator.unit)],
    [sheet.numerator, 14, ({ indicator }) => known(indicator.numerator)],
    [sheet.denominator, 14, ({ indicator }) => known(indicator.denominator)],
    [
      sheet.operator,
      10,
      text(
        ({ indicator }) =>
          indicator.targetOperator && words.texts.sheet.operatorWords[indicator.targetOperator as ">="],
      ),
    ],
    [sheet.target, 14, ({ indicator }) => known(indicator.target)],
    [sheet.by, 14, ({ indicator: { target } }) => dayOnly(target.day)],
    [sheet.projection, 16, ({ indicator }) => known(indicator.projection)],
    [sheet.low, 14, ({ indicator }) => known(indicator.projectionLow)],
    [sheet.high, 14, ({ indicator }) => known(indicator.projectionHigh)],
    [sheet.measuredOn, 14, ({ indicator }) => dayOnly(indicator.measuredOn)],
    [sheet.freshness, 18, ({ indicator }) => dayOnly(indicator.freshness)],
    [sheet.owner, 30, text(({ goal }) => goal.owner)],
    [sheet.phases, 20, text(({ goal }) => goal.phases)],
    [sheet.ref, 16, text(({ goal }) => goal.ref)],
  ];
  return rowsOf(columns, places(report));
}

/** One row per point behind a chart. */
export function seriesRows(report: Report, words: Words): Row[] {
  const { sheet } = words.texts;
  type Point = Place & { readonly point: ReportIndicator["points"][number] };
  const columns: Column<Point>[] = [
    [sheet.id, 12, ({ goal }) => textCell(goal.id)],
    [sheet.goal, 46, ({ goal }) => textCell(goal.title)],
    [sheet.indicator, 40, ({ indicator }) => textCell(indicator.label)],
    [sheet.period, 14, ({ point }) => textCell(point.period)],
    [sheet.day, 14, ({ point }) => dayOnly(point.day)],
    [sheet.value, 14, ({ point }) => known(numberCell(point.value, words))],
    [sheet.path, 16, ({ point }) => known(numberCell(point.path, words))],
    [sheet.unit, 20, ({ indicator }) => textCell(indicator.unit)],
  ];
  return rowsOf(
    columns,
    places(report).flatMap((place) => place.indicator.points.map((point) => ({ ...place, point }))),
  );
}

/** One row per indicator with the words: how it is counted, what is assumed, the expression, and what was said. */
export function definitionRows(report: Report, words: Words): Row[] {
  const { sheet } = words.texts;
  const columns: Column<Place>[] = [
    [sheet.id, 12, ({ goal }) => textCell(goal.id)],
    [sheet.goal, 46, ({ goal }) => textCell(goal.title)],
    [sheet.indicator, 40, ({ indicator }) => textCell(indicator.label)],
    [sheet.definition, 70, ({ indicator }) => textCell(indicator.definition)],
    [sheet.assumption, 50, ({ indicator }) => optional(indicator.assumption)],
    [sheet.missing, 40, ({ indicator, goal }) => optional(indicator.withheld ?? indicator.missing ?? goal.missing)],
    [
      words.texts.annex.made,
      60,
      ({ indicator }) => textCell(indicator.made.map((line) => `${line.label}: ${line.text}`).join("\n")),
    ],
    [sheet.expression, 60, ({ indicator }) => textCell(indicator.expression)],
    [sheet.notes, 60, ({ goal }) => optional(notesOf(goal))],
  ];
  return rowsOf(columns, places(report));
}

function notesOf(goal: ReportGoal): string | null {
  const notes = [...goal.decisions, ...goal.comments];
  return notes.length === 0 ? null : notes.map((note) => `${note.text} (${note.who})`).join("\n");
}

function places(report: Report): Place[] {
  return report.tracks.flatMap(({ title, goals }) =>
    goals.flatMap((goal) => goal.indicators.map((indicator) => ({ track: title, goal, indicator }))),
  );
}

function rowsOf<T>(columns: readonly Column<T>[], of: readonly T[]): Row[] {
  const heading = columns.map(([label, width]) => ({ label, width, cell: null }));
  return [heading, ...of.map((item) => columns.map(([label, width, cell]) => ({ label, width, cell: cell(item) })))];
}

function known(cell: ReportCell): ReportCell | null {
  return cell.number === null ? null : { ...cell, day: null };
}

function optional(text: string | null): ReportCell | null {
  return text === null || text === "" ? null : textCell(text);
}

function dayOnly(iso: string | null): ReportCell | null {
  return iso === null ? null : { text: iso, number: null, day: iso, decimals: 0 };
}
