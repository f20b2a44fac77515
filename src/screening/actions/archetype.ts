import { addBelief, endBeliefs, replaceBelief, type Tx } from "../../platform/db/public.ts";
import { type Day, day, FOREVER, isoDay } from "../../platform/kernel/day.ts";
import type { ArchetypeAsk } from "../contract.ts";
import { type ArchetypeRow, archetypesOf, citizenOf } from "../queries/recorded.ts";
import { archetypeFaults } from "../rules/deeds.ts";
import { begin, type Done, logged } from "./deeds.ts";
import type { Keeping } from "./keeping.ts";
import { isFor, meet } from "./read-screening.ts";

const TABLE = "screening.archetypes";

/**
 * Puts a citizen in an archetype, or near to or far from the labour market, from a day (CIT-05, CIT-06). What runs ends the day the new
 * begins; on the same day it is corrected; nothing chosen ends it.
 */
export async function chooseArchetype(
  tx: Tx,
  citizen: string,
  { asked, who }: { readonly asked: ArchetypeAsk; readonly who: Keeping },
): Promise<Done> {
  const refused = await begin(tx, citizen, who.on);
  if (refused) return refused;
  const met = await meet(tx, citizen, who);
  const set = who.definitions.archetypesOn(who.municipality, who.on);
  if (!met || !set) return { ok: false, why: "nobody" };
  const recorded = await archetypesOf(tx, citizen);
  const running = recorded.find(({ until }) => until === FOREVER) ?? null;
  const ended = recorded.filter(({ until }) => until !== FOREVER).map(({ until }) => until);
  if ((running?.version ?? null) !== asked.version) return conflictWith(running);
  const { archetype, distance, from } = asked;
  const faults = archetypeFaults(
    { archetype, distance, from: day(from) },
    {
      on: who.on,
      archetypes: set.row.archetypes.map(({ id }) => id),
      distances: Object.keys(set.row.distances),
      isFor: isFor(set, met.known, who.on) === "met",
      runningFrom: running?.from ?? null,
      endedUntil: ended.length === 0 ? null : (Math.max(...ended) as Day),
    },
  );
  if (faults.length > 0) return { ok: false, why: "faulty", faults };
  await write(tx, citizen, { asked, running, who });
  return logged(tx, citizen, { who, action: "screening.archetype", data: "archetypes" });
}

type Writing = { readonly asked: ArchetypeAsk; readonly running: ArchetypeRow | null; readonly who: Keeping };

async function write(tx: Tx, citizen: string, { asked, running, who }: Writing): Promise<void> {
  const { archetype, distance, from } = asked;
  const today = who.known;
  if (running && isoDay(running.from) === from) {
    const { id, version } = running;
    await replaceBelief(tx, TABLE, { id, version, today, values: { archetype, distance } });
    return;
  }
  if (running) {
    const { id, version } = running;
    await replaceBelief(tx, TABLE, { id, version, today, values: { until_day: from } });
  }
  if (archetype === null && distance === null) return;
  const values = { citizen, archetype, distance, from_day: from, until_day: isoDay(FOREVER) };
  await addBelief(tx, TABLE, { id: who.newId(), today, values });
}

/** Takes an archetype back over the version that was seen: it never was so. The records keep that it was believed. */
export async function takeBackArchetype(
  tx: Tx,
  id: string,
  { version, who }: { readonly version: string; readonly who: Keeping },
): Promise<Done> {
  const citizen = await citizenOf(tx, "archetype", id);
  if (citizen === null) return { ok: false, why: "nobody" };
  const refused = await begin(tx, citizen, who.on);
  if (refused) return refused;
  const now = (await archetypesOf(tx, citizen)).find((row) => row.id === id) ?? null;
  if (now?.version !== version) return conflictWith(now);
  await endBeliefs(tx, TABLE, { ids: [id], today: who.known });
  return logged(tx, citizen, { who, action: "screening.archetype.take-back", data: "archetypes" });
}

function conflictWith(theirs: ArchetypeRow | null): Done {
  if (theirs === null) return { ok: false, why: "conflict", theirs: null };
  const { version, archetype, distance, from } = theirs;
  return { ok: false, why: "conflict", theirs: { version, values: { archetype, distance, from: isoDay(from) } } };
}
