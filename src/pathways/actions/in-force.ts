import {
  addBelief,
  type BeliefValues,
  endBeliefs,
  readBelief,
  replaceBelief,
  type Tx,
} from "../../platform/db/public.ts";
import { addDays, day, FOREVER, isoDay } from "../../platform/kernel/day.ts";

const TABLE = "pathways.plans_in_force";

/** A plan as a deed leaves it: when it was adopted, and since when it is no longer in force. */
export type Standing = {
  readonly id: string;
  readonly citizen: string;
  readonly kind: string;
  readonly adoptedOn: string | null;
  /** The day it ended, ISO; null while it has not. */
  readonly endedOn: string | null;
};

/**
 * Lets the fact that figures read (CPL-13) say when a plan was in force: from its adoption until it ended, at least one day. A plan that was never
 * adopted, or whose adoption was taken back, is none; what was believed stays in the records.
 */
export async function keepInForce(tx: Tx, plan: Standing, known: string): Promise<void> {
  const { id } = plan;
  const now = await readBelief(tx, TABLE, id);
  const values = valuesOf(plan);
  if (values === null) {
    if (now) await endBeliefs(tx, TABLE, { ids: [id], today: known });
    return;
  }
  if (!now) await addBelief(tx, TABLE, { id, today: known, values });
  else if (now.values.from_day !== values.from_day || now.values.until_day !== values.until_day)
    await replaceBelief(tx, TABLE, { id, version: now.version, today: known, values });
}

function valuesOf({ citizen, kind, adoptedOn, endedOn }: Standing): BeliefValues | null {
  if (adoptedOn === null) return null;
  const next = addDays(day(adoptedOn), 1);
  const until = endedOn === null ? FOREVER : Math.max(day(endedOn), next);
  return { citizen, kind, from_day: adoptedOn, until_day: isoDay(until as typeof next) };
}
