import { unitNames } from "../../organisation/public.ts";
import type { Tx } from "../../platform/db/public.ts";
import { type Day, isoDay } from "../../platform/kernel/day.ts";
import type { ChangeAsk, GroupChange, GroupSaid } from "../contract.ts";
import { benefitLabel, groupLabel, progression } from "../instruments.ts";
import type { MeasuredRow } from "../queries/measurements.ts";
import { talkDays } from "../queries/people.ts";
import { AGE_BANDS, type AgeBand } from "../rules/age-band.ts";
import { isFew } from "../rules/few.ts";
import { changesOf, isTwice } from "../rules/group-change.ts";
import { da } from "../texts.da.ts";
import { en } from "../texts.en.ts";
import { asInstrument, said } from "./as-progression.ts";
import type { Keeping } from "./keeping.ts";
import { asOf, daysOf, type Found, findBehind, groupsOf, type Looked, lookedAt, UNKNOWN } from "./looked-at.ts";

/**
 * How the groups in sight changed in a period (CIT-12, CON-20, VIS-16), with everybody together first; null for an instrument or a period that cannot
 * be. It is counts: nobody is named, so no look at a person is logged.
 */
export async function readGroupChange(tx: Tx, asked: ChangeAsk, who: Keeping): Promise<GroupChange | null> {
  const looked = lookedAt(asked, who.on);
  if (!looked) return null;
  const found = await findBehind(tx, looked, who);
  const { instrument, by } = looked;
  return {
    on: isoDay(who.on),
    from: isoDay(looked.from),
    to: isoDay(looked.to),
    by,
    instrument: asInstrument(instrument),
    instruments: progression.instruments.map(({ code, label }) => ({ code, label: said(label) })),
    aside: found.aside,
    groups: [
      groupOf("", found.measured, { looked, label: null }),
      ...(await groupsBy(tx, found, { looked, on: who.on })),
    ],
    talks: await talksIn(tx, looked, who),
    moves: movesOf(found),
    says: { visitation: said(progression.visitation.assumption), source: progression.visitation.source },
  };
}

type Grouping = { readonly looked: Looked; readonly on: Day };

async function groupsBy(tx: Tx, found: Found, { looked, on }: Grouping): Promise<readonly GroupSaid[]> {
  const { by } = looked;
  if (by === "all") return [];
  const units = by === "unit" ? await unitNames(tx) : new Map<string, string>();
  const day = asOf(looked, on);
  const placed = found.measured.flatMap((row) =>
    groupsOf(found.standings.get(row.citizen), by, day).map((key) => ({ key, row })),
  );
  const groups = Map.groupBy(placed, ({ key }) => key);
  return [...groups]
    .map(([key, own]) =>
      groupOf(
        key,
        own.map(({ row }) => row),
        { looked, label: labelOf(key, by, units) },
      ),
    )
    .toSorted((a, b) => placeOf(a, by) - placeOf(b, by) || (a.label?.da ?? "").localeCompare(b.label?.da ?? "", "da"));
}

/** Ages in their order, other groups the largest first, and those of whom it is not known last. */
function placeOf({ key, measured }: GroupSaid, by: Looked["by"]): number {
  if (key === UNKNOWN) return Number.MAX_SAFE_INTEGER;
  return by === "age" ? AGE_BANDS.indexOf(key as AgeBand) : -measured;
}

type Called = { readonly looked: Looked; readonly label: GroupSaid["label"] };

function groupOf(key: string, rows: readonly MeasuredRow[], { looked, label }: Called): GroupSaid {
  const twice = new Set(rows.filter(isTwice).map(({ citizen }) => citizen)).size;
  return {
    key,
    label,
    measured: new Set(rows.map(({ citizen }) => citizen)).size,
    twice,
    isFew: isFew(twice),
    changes: changesOf(
      rows,
      looked.instrument.dimensions.map(({ code }) => code),
    ).map((change) => ({ ...change })),
  };
}

function labelOf(key: string, by: Looked["by"], units: ReadonlyMap<string, string>): { da: string; en: string } {
  if (key === UNKNOWN) return { da: da.groups.unknown, en: en.groups.unknown };
  if (by === "unit") return { da: units.get(key) ?? key, en: units.get(key) ?? key };
  if (by === "target_group") return groupLabel(key);
  if (by === "benefit") return benefitLabel(key);
  const band = AGE_BANDS.find((one) => one === key);
  return band ? { da: da.ages[band], en: en.ages[band] } : { da: key, en: key };
}

async function talksIn(tx: Tx, looked: Looked, who: Keeping): Promise<GroupChange["talks"]> {
  const { targetGroups } = progression.talks;
  const { aside } = await who.heldBack(tx);
  const days = await talkDays(tx, { groups: targetGroups, ...daysOf(looked, who.on) });
  const held = days.filter(({ citizen }) => !aside.has(citizen));
  const measured = held.filter((one) => one.measured).length;
  const percent = held.length === 0 ? null : (measured * 100) / held.length;
  return { groups: targetGroups.map(groupLabel), held: held.length, measured, percent };
}

/** Re-visitations are counted one by one; `people` is how many citizens they are of. */
function movesOf({ moves }: Found): GroupChange["moves"] {
  const count = (direction: string): number => moves.filter((move) => move.direction === direction).length;
  const people = new Set(moves.map(({ citizen }) => citizen)).size;
  return { people, up: count("up"), down: count("down"), other: count("other") };
}
