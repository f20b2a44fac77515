import { namesOfCitizens } from "../../citizens/public.ts";
import { bookedFrom } from "../../contact/public.ts";
import { logAccess } from "../../platform/audit/log-access.ts";
import type { Tx } from "../../platform/db/public.ts";
import { addDays, day, isoDay } from "../../platform/kernel/day.ts";
import { covers } from "../../platform/kernel/period.ts";
import type { CitizenProgression } from "../contract.ts";
import { progression, talkLabel } from "../instruments.ts";
import { type MeasurementRow, measurementsOf } from "../queries/measurements.ts";
import { groupSpells, type HeldTalk, type StandingRow, standingOn, talksWith } from "../queries/people.ts";
import { isDue } from "../rules/due.ts";
import { isMadeFor } from "../rules/instrument.ts";
import {
  asInstrument,
  asMove,
  curvesOf,
  isKnown,
  movesFrom,
  said,
  setsOf,
  valuesOf,
  versionOf,
} from "./as-progression.ts";
import { CASE_WORK, DATA, type Keeping } from "./keeping.ts";

/** How long ago a talk may be that somebody still notes a measurement of, in days. */
const TALKS_BACK = 91;

/** A citizen's progression (CON-20, CIT-12, VIS-16); null when nobody of that id is in sight. The look is logged. */
export async function readProgression(tx: Tx, citizen: string, who: Keeping): Promise<CitizenProgression | null> {
  if (!(await namesOfCitizens(tx, [citizen])).has(citizen)) return null;
  const { restricted, aside } = await who.heldBack(tx);
  await logAccess(tx, {
    user: who.user,
    action: "progression.citizen",
    purpose: CASE_WORK,
    keys: [citizen],
    data: [...DATA, "target_group_spells", "conversations"],
  });
  const [standing] = await standingOn(tx, [citizen], isoDay(who.on));
  const isOpen = standing?.unit != null;
  const may = { write: who.mayWrite && isOpen && !restricted.has(citizen) };
  const head = { on: isoDay(who.on), may, isOpen, says: { visitation: said(progression.visitation.assumption) } };
  if (aside.has(citizen)) return { ...head, ...NOTHING };
  // In the demo the records go on after the day that is shown.
  const rows = (await measurementsOf(tx, citizen)).filter((row) => row.day <= head.on);
  const held = await talksWith(tx, citizen, { from: "1900-01-01", to: isoDay(who.on) });
  return {
    ...head,
    isAside: false,
    instruments: instrumentsFor(standing, who),
    curves: curvesOf(rows),
    measurings: measuringsOf(rows, held),
    moves: movesFrom(await groupSpells(tx, { citizen }))
      .filter((move) => move.day <= who.on)
      .map(asMove)
      .reverse(),
    talks: await talksToMeasure(tx, citizen, { held, who }),
    strays: rows.filter((row) => !isKnown(row)).length,
    due: dueOf(rows, { standing, held, who }),
  };
}

const NOTHING = {
  isAside: true,
  instruments: [],
  curves: [],
  measurings: [],
  moves: [],
  talks: [],
  strays: 0,
  due: null,
};

function instrumentsFor(standing: StandingRow | undefined, { on }: Keeping): CitizenProgression["instruments"] {
  const now = { targetGroups: standing?.groups ?? [], benefits: standing?.benefits ?? [] };
  return progression.instruments.map((one) => ({
    ...asInstrument(one),
    isNow: covers(one, on),
    fits: isMadeFor(one, now),
  }));
}

function measuringsOf(rows: readonly MeasurementRow[], held: readonly HeldTalk[]): CitizenProgression["measurings"] {
  return setsOf(rows).map((set) => {
    const talk = held.find((one) => one.day === set.day);
    return {
      instrument: set.instrument,
      day: set.day,
      version: versionOf(set.rows),
      talk: talk ? talkLabel(talk.kind) : null,
      values: valuesOf(set.rows),
    };
  });
}

type Talking = { readonly held: readonly HeldTalk[]; readonly who: Keeping };

/** The talks of the last three months, and those booked today, which are not told of yet. */
async function talksToMeasure(tx: Tx, citizen: string, { held, who }: Talking): Promise<CitizenProgression["talks"]> {
  const today = isoDay(who.on);
  const since = isoDay(addDays(who.on, -TALKS_BACK));
  const booked = (await bookedFrom(tx, today, citizen)).filter((one) => one.day === today);
  return [...booked, ...held.filter((one) => one.day >= since)].map((one) => ({
    day: one.day,
    label: talkLabel(one.kind),
  }));
}

type DueOf = { readonly standing: StandingRow | undefined; readonly held: readonly HeldTalk[]; readonly who: Keeping };

function dueOf(rows: readonly MeasurementRow[], { standing, held, who }: DueOf): CitizenProgression["due"] {
  const { targetGroups, weeks } = progression.talks;
  const isToBe = standing?.unit != null && standing.groups.some((code) => targetGroups.includes(code));
  const since = rows.at(-1)?.day ?? null;
  const talk = held[0]?.day ?? null;
  const latest = { measured: since === null ? null : day(since), talk: talk === null ? null : day(talk) };
  return isToBe && isDue(latest, who.on, weeks) ? { weeks, since } : null;
}
