import type { Tx } from "../../platform/db/public.ts";
import { addDays, addMonths, ageOn, type Day, day, isoDay } from "../../platform/kernel/day.ts";
import type { ChangeAsk } from "../contract.ts";
import { instrumentCalled, instrumentsOn, progression } from "../instruments.ts";
import { type MeasuredRow, measuredIn } from "../queries/measurements.ts";
import { groupSpells, type StandingRow, standingOn } from "../queries/people.ts";
import { ageBandOf } from "../rules/age-band.ts";
import { belongs, type Instrument } from "../rules/instrument.ts";
import type { Move } from "../rules/visitation.ts";
import { movesFrom } from "./as-progression.ts";
import type { Keeping } from "./keeping.ts";

/** A period of whole days, both included, and what is looked at in it. */
export type Looked = {
  readonly instrument: Instrument;
  readonly from: Day;
  readonly to: Day;
  readonly by: ChangeAsk["by"];
};

/** How far back is looked when nobody says: a year. */
const MONTHS_BACK = -12;

/**
 * What is looked at: the instrument asked for, else the first that can be measured with today; and the period asked for, else the year up to today. Null
 * for an instrument there is not and a period that ends before it begins.
 */
export function lookedAt(asked: ChangeAsk, on: Day): Looked | null {
  const usual = instrumentsOn(on)[0] ?? progression.instruments[0] ?? null;
  const instrument = asked.instrument === undefined ? usual : instrumentCalled(asked.instrument);
  const to = asked.to === undefined ? on : day(asked.to);
  const from = asked.from === undefined ? addDays(addMonths(to, MONTHS_BACK), 1) : day(asked.from);
  return instrument && from <= to ? { instrument, from, to, by: asked.by } : null;
}

/** The day groups are made as of: the last of the period, or today while it runs. */
export function asOf({ to }: Looked, on: Day): Day {
  return Math.min(to, on) as Day;
}

/** The days that are counted, ISO. */
export function daysOf(looked: Looked, on: Day): { readonly from: string; readonly to: string } {
  return { from: isoDay(looked.from), to: isoDay(asOf(looked, on)) };
}

/** A re-visitation and whose it is. */
export type OnesMove = Move & { readonly citizen: string };

/** Everybody who was measured or re-visited in a period and may be shown, and who each is. */
export type Found = {
  readonly measured: readonly MeasuredRow[];
  readonly moves: readonly OnesMove[];
  readonly standings: ReadonlyMap<string, StandingRow>;
  /** How many are left out: their data may only be stored. */
  readonly aside: number;
  readonly restricted: ReadonlySet<string>;
};

/** Finds those behind the figures of a period. Nobody is named, so it is no look at a person yet. */
export async function findBehind(tx: Tx, looked: Looked, who: Keeping): Promise<Found> {
  const { restricted, aside } = await who.heldBack(tx);
  const days = daysOf(looked, who.on);
  const { code, scale } = looked.instrument;
  const rows = (await measuredIn(tx, { ...days, instrument: code, scale })).filter((row) =>
    belongs(looked.instrument, { dimension: row.dimension, value: row.last }),
  );
  const spells = Map.groupBy(await groupSpells(tx, { cameIn: days }), ({ citizen }) => citizen);
  const moves = [...spells].flatMap(([citizen, own]) =>
    movesFrom(own)
      .filter((move) => looked.from <= move.day && move.day <= asOf(looked, who.on))
      .map((move) => ({ ...move, citizen })),
  );
  const everybody = new Set([...rows, ...moves].map(({ citizen }) => citizen));
  const shown = everybody.difference(aside);
  const standings = await standingOn(tx, [...shown], isoDay(asOf(looked, who.on)));
  return {
    measured: rows.filter(({ citizen }) => shown.has(citizen)),
    moves: moves.filter(({ citizen }) => shown.has(citizen)),
    standings: new Map(standings.map((row) => [row.citizen, row])),
    aside: everybody.intersection(aside).size,
    restricted,
  };
}

/** Stands for those of whom it is not known. */
export const UNKNOWN = "-";

/** The groups somebody is in: one, but as many as there are benefits or target groups; `-` for those of whom it is not known. */
export function groupsOf(standing: StandingRow | undefined, by: Looked["by"], on: Day): readonly string[] {
  if (by === "all") return [];
  const born = standing?.born ?? null;
  const found: Record<Exclude<Looked["by"], "all">, readonly string[]> = {
    unit: standing?.unit == null ? [] : [standing.unit],
    target_group: standing?.groups ?? [],
    benefit: standing?.benefits ?? [],
    age: [ageBandOf(born === null ? null : ageOn(day(born), on)) ?? UNKNOWN],
  };
  return found[by].length === 0 ? [UNKNOWN] : found[by];
}
