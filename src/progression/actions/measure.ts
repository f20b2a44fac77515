import { namesOfCitizens } from "../../citizens/public.ts";
import { logAccess } from "../../platform/audit/log-access.ts";
import { addBelief, endBeliefs, replaceBelief, type Tx } from "../../platform/db/public.ts";
import { day, isoDay } from "../../platform/kernel/day.ts";
import type { MeasureAsk, RemeasureAsk } from "../contract.ts";
import { instrumentCalled } from "../instruments.ts";
import { holdMeasuring, type MeasurementRow, measurementsOf, TABLE } from "../queries/measurements.ts";
import { standingOn } from "../queries/people.ts";
import type { Instrument } from "../rules/instrument.ts";
import { judgeMeasuring, type MeasuringFault } from "../rules/measuring.ts";
import { setsOf, valuesOf, versionOf } from "./as-progression.ts";
import { CASE_WORK, DATA, type Keeping } from "./keeping.ts";

/** What stands in the place of a change that came too late. */
export type TheirMeasuring = {
  readonly version: string;
  readonly day: string;
  readonly values: Record<string, number>;
};

/** What came of measuring. Nothing is stored unless it is done. */
export type MeasuringDone =
  | { readonly ok: true }
  | { readonly ok: false; readonly why: "nobody" | "closed" }
  | {
      readonly ok: false;
      readonly why: "faulty";
      readonly faults: readonly MeasuringFault[];
      readonly instrument: Instrument | null;
    }
  | { readonly ok: false; readonly why: "conflict"; readonly theirs: TheirMeasuring | null };

/** Notes a measurement: the dimensions that were answered, in one step. */
export async function measure(
  tx: Tx,
  citizen: string,
  { asked, who }: { readonly asked: MeasureAsk; readonly who: Keeping },
): Promise<MeasuringDone> {
  if (!(await isInSight(tx, citizen))) return { ok: false, why: "nobody" };
  const [standing] = await standingOn(tx, [citizen], isoDay(who.on));
  if (standing?.unit == null) return { ok: false, why: "closed" };
  await holdMeasuring(tx, citizen);
  const instrument = instrumentCalled(asked.instrument);
  const days = daysOf(await measurementsOf(tx, citizen), asked.instrument);
  const faults = judgeMeasuring({ ...asked, day: day(asked.day) }, { on: who.on, instrument, days });
  if (!instrument || faults.length > 0) return { ok: false, why: "faulty", faults, instrument };
  for (const [dimension, value] of Object.entries(asked.values))
    await add(tx, { citizen, instrument, day: asked.day, dimension, value, who });
  return logged(tx, citizen, { who, action: "progression.measure" });
}

/** A measurement by its place: what was measured with an instrument on a day. */
export type Named = { readonly citizen: string; readonly instrument: string; readonly day: string };

/** Changes a measurement over the version that was seen: other values, some more or less, another day. What was believed stays in the records. */
export async function remeasure(
  tx: Tx,
  named: Named,
  { asked, who }: { readonly asked: RemeasureAsk; readonly who: Keeping },
): Promise<MeasuringDone> {
  const { citizen } = named;
  if (!(await isInSight(tx, citizen))) return { ok: false, why: "nobody" };
  await holdMeasuring(tx, citizen);
  const all = await measurementsOf(tx, citizen);
  const rows = rowsAt(all, named);
  if (versionOf(rows) !== asked.version) return conflict(rows, named);
  const instrument = instrumentCalled(named.instrument);
  const days = daysOf(all, named.instrument).filter((one) => one !== day(named.day));
  const faults = judgeMeasuring({ ...asked, day: day(asked.day) }, { on: who.on, instrument, days });
  if (!instrument || faults.length > 0) return { ok: false, why: "faulty", faults, instrument };
  // Files may have brought a dimension twice: the one that is shown is kept.
  const shown = new Map(rows.map((row) => [row.dimension, row]));
  const dropped = rows.filter((row) => shown.get(row.dimension) !== row || asked.values[row.dimension] === undefined);
  await endBeliefs(tx, TABLE, { ids: dropped.map(({ id }) => id), today: who.known });
  for (const [dimension, value] of Object.entries(asked.values)) {
    const row = shown.get(dimension);
    if (!row) await add(tx, { citizen, instrument, day: asked.day, dimension, value, who });
    else if (row.value !== value || row.day !== asked.day) await replace(tx, row, { day: asked.day, value, who });
  }
  return logged(tx, citizen, { who, action: "progression.remeasure" });
}

/** Takes a measurement back over the version that was seen: it never was so. The records keep that it was believed. */
export async function unmeasure(
  tx: Tx,
  named: Named,
  { version, who }: { readonly version: string; readonly who: Keeping },
): Promise<MeasuringDone> {
  if (!(await isInSight(tx, named.citizen))) return { ok: false, why: "nobody" };
  await holdMeasuring(tx, named.citizen);
  const rows = rowsAt(await measurementsOf(tx, named.citizen), named);
  if (versionOf(rows) !== version) return conflict(rows, named);
  await endBeliefs(tx, TABLE, { ids: rows.map(({ id }) => id), today: who.known });
  return logged(tx, named.citizen, { who, action: "progression.take-back" });
}

async function isInSight(tx: Tx, citizen: string): Promise<boolean> {
  return (await namesOfCitizens(tx, [citizen])).has(citizen);
}

function daysOf(rows: readonly MeasurementRow[], instrument: string): ReturnType<typeof day>[] {
  return setsOf(rows)
    .filter((set) => set.instrument === instrument)
    .map((set) => day(set.day));
}

function rowsAt(rows: readonly MeasurementRow[], named: Named): readonly MeasurementRow[] {
  return setsOf(rows).find((set) => set.instrument === named.instrument && set.day === named.day)?.rows ?? [];
}

function conflict(rows: readonly MeasurementRow[], named: Named): MeasuringDone {
  const theirs = rows.length === 0 ? null : { version: versionOf(rows), day: named.day, values: valuesOf(rows) };
  return { ok: false, why: "conflict", theirs };
}

type Added = Omit<Named, "instrument"> & {
  readonly instrument: Instrument;
  readonly dimension: string;
  readonly value: number;
  readonly who: Keeping;
};

async function add(tx: Tx, { citizen, instrument, day: on, dimension, value, who }: Added): Promise<void> {
  const values = {
    citizen,
    day: on,
    instrument: instrument.code,
    dimension,
    answered_by: instrument.answeredBy,
    value,
  };
  await addBelief(tx, TABLE, { id: who.newId(), today: who.known, values });
}

type Replaced = { readonly day: string; readonly value: number; readonly who: Keeping };

async function replace(tx: Tx, row: MeasurementRow, { day: on, value, who }: Replaced): Promise<void> {
  const change = { id: row.id, version: row.version, today: who.known, values: { day: on, value } };
  const done = await replaceBelief(tx, TABLE, change);
  // The version of the whole was compared while others wait, so this row is as it was seen.
  if (!done.ok) throw new Error("a measurement changed while it was held");
}

async function logged(
  tx: Tx,
  citizen: string,
  { who, action }: { readonly who: Keeping; readonly action: string },
): Promise<MeasuringDone> {
  await logAccess(tx, { user: who.user, action, purpose: CASE_WORK, keys: [citizen], change: true, data: DATA });
  return { ok: true };
}
