import { createHash } from "node:crypto";
import { addDays, day, isoDay } from "../../platform/kernel/day.ts";
import type { Bilingual } from "../../platform/kernel/fact.ts";
import type { CitizenProgression, InstrumentSaid } from "../contract.ts";
import { groupLabel, instrumentCalled, progression } from "../instruments.ts";
import type { MeasurementRow } from "../queries/measurements.ts";
import type { GroupSpellRow } from "../queries/people.ts";
import { curveOf } from "../rules/curve.ts";
import { belongs, type Instrument } from "../rules/instrument.ts";
import { type Move, movesOf } from "../rules/visitation.ts";

type Said = { da: string; en: string };

/** A label as an answer has it. */
export function said({ da, en }: Bilingual): Said {
  return { da, en };
}

/** An instrument as an answer has it. */
export function asInstrument(one: Instrument): InstrumentSaid {
  const { code, version, label, about, source, assumption, answeredBy, scale, dimensions } = one;
  return {
    code,
    version,
    label: said(label),
    about: said(about),
    source,
    assumption: assumption && said(assumption),
    answeredBy,
    scale: { from: scale.from, to: scale.to, low: said(scale.low), high: said(scale.high) },
    dimensions: dimensions.map((each) => ({ ...each, label: said(each.label), question: said(each.question) })),
  };
}

/** What was measured with one instrument on one day. */
export type MeasuringSet = {
  readonly instrument: string;
  readonly day: string;
  readonly rows: readonly MeasurementRow[];
};

/** The rows that belong to their instrument, by instrument and day, the latest first. */
export function setsOf(rows: readonly MeasurementRow[]): readonly MeasuringSet[] {
  const sets = Map.groupBy(rows.filter(isKnown), ({ instrument, day: on }) => `${on} ${instrument}`);
  return [...sets.values()]
    .map((own) => ({ instrument: own[0]?.instrument ?? "", day: own[0]?.day ?? "", rows: own }))
    .toSorted((a, b) => (a.day === b.day ? (a.instrument < b.instrument ? -1 : 1) : a.day < b.day ? 1 : -1));
}

/** Does a recorded value belong to an instrument there is? */
export function isKnown(row: MeasurementRow): boolean {
  const instrument = instrumentCalled(row.instrument);
  return instrument !== null && belongs(instrument, row);
}

/** The version of a set: another value, another row or one less is another version. */
export function versionOf(rows: readonly MeasurementRow[]): string {
  const seen = rows.map(({ id, version }) => `${id} ${version}`).toSorted();
  return createHash("md5").update(seen.join("\n")).digest("hex");
}

/** Values by dimension. */
export function valuesOf(rows: readonly Pick<MeasurementRow, "dimension" | "value">[]): Record<string, number> {
  return Object.fromEntries(rows.map(({ dimension, value }) => [dimension, value]));
}

/** The curves of what was measured, in the order of the instruments and their dimensions; those without a value are left out. */
export function curvesOf(rows: readonly MeasurementRow[]): CitizenProgression["curves"] {
  const known = rows.filter(isKnown);
  return progression.instruments.flatMap((instrument) =>
    instrument.dimensions.flatMap(({ code }) => {
      const own = known.filter((row) => row.instrument === instrument.code && row.dimension === code);
      if (own.length === 0) return [];
      const { points, ...changes } = curveOf(own.map((row) => ({ day: day(row.day), value: row.value })));
      const shown = points.map((point) => ({ day: isoDay(point.day), value: point.value }));
      return [{ instrument: instrument.code, dimension: code, points: shown, ...changes }];
    }),
  );
}

/** The re-visitations of one citizen (VIS-16), the earliest first. */
export function movesFrom(rows: readonly GroupSpellRow[]): readonly Move[] {
  const spells = rows.map(({ code, from, until }) => ({ code, from: day(from), until: day(until) }));
  return movesOf(spells, progression.visitation);
}

/** A re-visitation as an answer has it. */
export function asMove({ day: on, from, to, direction }: Move): CitizenProgression["moves"][number] {
  return { day: isoDay(on), from: groupLabel(from), to: groupLabel(to), direction };
}

/** The last day of a period of whole days from its end. */
export function lastDayBefore(iso: string): string {
  return isoDay(addDays(day(iso), -1));
}
