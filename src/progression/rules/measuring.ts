import type { Day } from "../../platform/kernel/day.ts";
import { covers } from "../../platform/kernel/period.ts";
import type { Instrument } from "./instrument.ts";

/** What was measured with an instrument on a day: a value per dimension. Those that were left out are not in it: they are missing, not 0. */
export type Measuring = { readonly day: Day; readonly values: Readonly<Record<string, number>> };

export type MeasuringFault = {
  /** The field it is about: `instrument`, `day`, `values`, or `values/<dimension>`. */
  readonly field: string;
  readonly code:
    | "unknown_instrument"
    | "in_the_future"
    | "before_instrument"
    | "after_instrument"
    | "measured_already"
    | "nothing_measured"
    | "unknown_dimension"
    | "outside_scale";
};

/** How it is judged: the day it is, the instrument (null when there is none of that code), and the other days measured with it. */
export type MeasuringAround = {
  readonly on: Day;
  readonly instrument: Instrument | null;
  readonly days: readonly Day[];
};

/**
 * Why a measurement cannot be noted; all faults at once. Nobody is measured ahead of time, nor twice with one instrument on one day: the
 * first is changed instead.
 */
export function judgeMeasuring(
  { day, values }: Measuring,
  { on, instrument, days }: MeasuringAround,
): readonly MeasuringFault[] {
  if (!instrument) return [{ field: "instrument", code: "unknown_instrument" }];
  return [
    ...dayFaults(day, on, instrument),
    ...(days.includes(day) ? [{ field: "day", code: "measured_already" } as const] : []),
    ...(Object.keys(values).length === 0 ? [{ field: "values", code: "nothing_measured" } as const] : []),
    ...Object.entries(values).flatMap(([dimension, value]) => valueFaults(instrument, dimension, value)),
  ];
}

function dayFaults(day: Day, on: Day, instrument: Instrument): readonly MeasuringFault[] {
  if (day > on) return [{ field: "day", code: "in_the_future" }];
  if (covers(instrument, day)) return [];
  return [{ field: "day", code: day < instrument.from ? "before_instrument" : "after_instrument" }];
}

function valueFaults({ dimensions, scale }: Instrument, dimension: string, value: number): readonly MeasuringFault[] {
  // What is no dimension is not repeated: it may be anything somebody typed.
  if (!dimensions.some(({ code }) => code === dimension)) return [{ field: "values", code: "unknown_dimension" }];
  const isOnScale = Number.isInteger(value) && scale.from <= value && value <= scale.to;
  return isOnScale ? [] : [{ field: `values/${dimension}`, code: "outside_scale" }];
}
