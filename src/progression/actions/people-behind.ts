import { namesOfCitizens } from "../../citizens/public.ts";
import { staffNames } from "../../organisation/public.ts";
import { logAccess } from "../../platform/audit/log-access.ts";
import type { Tx } from "../../platform/db/public.ts";
import { isoDay } from "../../platform/kernel/day.ts";
import type { BehindAsk, PeopleBehind } from "../contract.ts";
import { progression } from "../instruments.ts";
import type { MeasuredRow } from "../queries/measurements.ts";
import { standingOn, talkDays } from "../queries/people.ts";
import { isTwice, movedOf } from "../rules/group-change.ts";
import { asMove } from "./as-progression.ts";
import { CASE_WORK, DATA, type Keeping, PAGE_SIZE } from "./keeping.ts";
import { asOf, daysOf, type Found, findBehind, groupsOf, type Looked, lookedAt } from "./looked-at.ts";

type Behind = PeopleBehind["people"][number];
type Line = Pick<Behind, "citizen" | "firstDay" | "lastDay" | "first" | "last" | "move">;

/** The people behind a number of the page, a page of them (ASK-12); null where the number cannot be. The look is logged with those on the page. */
export async function readPeopleBehind(tx: Tx, asked: BehindAsk, who: Keeping): Promise<PeopleBehind | null> {
  const looked = lookedAt(asked, who.on);
  if (!looked) return null;
  const { restricted } = await who.heldBack(tx);
  const all = await linesOf(tx, asked, { looked, who });
  const lines = all.shown.slice((asked.page - 1) * PAGE_SIZE, asked.page * PAGE_SIZE);
  const keys = [...new Set(lines.map(({ citizen }) => citizen))];
  await logAccess(tx, {
    user: who.user,
    action: "progression.people",
    purpose: CASE_WORK,
    keys,
    data: dataOf(asked),
  });
  const standings = await standingOn(tx, keys, isoDay(asOf(looked, who.on)));
  const staff = new Map(standings.map((row) => [row.citizen, row.staff]));
  const called = await naming(tx, keys, (citizen) => staff.get(citizen) ?? null);
  return {
    aside: all.aside,
    total: all.shown.length,
    page: asked.page,
    pageSize: PAGE_SIZE,
    people: lines.map((line) => ({ ...line, ...called(line.citizen), isRestricted: restricted.has(line.citizen) })),
  };
}

function dataOf({ counted }: BehindAsk): string[] {
  if (counted.startsWith("moves")) return ["target_group_spells"];
  return counted.startsWith("talks") ? ["conversations", ...DATA] : DATA;
}

type Lines = { readonly shown: readonly Line[]; readonly aside: number };

async function linesOf(tx: Tx, asked: BehindAsk, seeing: Seeing): Promise<Lines> {
  if (asked.counted.startsWith("talks")) {
    const { aside } = await seeing.who.heldBack(tx);
    const all = await linesOfTalks(tx, asked, seeing);
    const shown = all.filter(({ citizen }) => !aside.has(citizen));
    return { shown, aside: all.length - shown.length };
  }
  const found = await findBehind(tx, seeing.looked, seeing.who);
  return { shown: linesBehind(found, asked, seeing), aside: found.aside };
}

/** Those who were talked with, from the first talk to the last. */
async function linesOfTalks(tx: Tx, { counted }: BehindAsk, { looked, who }: Seeing): Promise<readonly Line[]> {
  const days = await talkDays(tx, { groups: progression.talks.targetGroups, ...daysOf(looked, who.on) });
  const wanted = days.filter(({ measured }) => counted === "talks" || measured);
  return [...Map.groupBy(wanted, ({ citizen }) => citizen)].map(([citizen, own]) => ({
    citizen,
    firstDay: own[0]?.day ?? "",
    lastDay: own.at(-1)?.day ?? "",
    first: null,
    last: null,
    move: null,
  }));
}

type Seeing = { readonly looked: Looked; readonly who: Keeping };

function linesBehind(found: Found, asked: BehindAsk, { looked, who }: Seeing): readonly Line[] {
  if (asked.counted.startsWith("moves")) {
    const direction = asked.counted.slice("moves_".length);
    return found.moves
      .filter((move) => move.direction === direction)
      .map((move) => ({ citizen: move.citizen, ...between(move), first: null, last: null, move: asMove(move) }));
  }
  const day = asOf(looked, who.on);
  const isIn = ({ citizen }: MeasuredRow): boolean =>
    asked.group === "" || groupsOf(found.standings.get(citizen), looked.by, day).includes(asked.group);
  const rows = found.measured.filter(isIn).filter((row) => isCounted(row, asked));
  return [...Map.groupBy(rows, ({ citizen }) => citizen)].map(([citizen, own]) => ({
    citizen,
    firstDay: own.map((row) => row.first_day).toSorted()[0] ?? "",
    lastDay:
      own
        .map((row) => row.last_day)
        .toSorted()
        .at(-1) ?? "",
    first: asked.dimension === undefined ? null : (own[0]?.first ?? null),
    last: asked.dimension === undefined ? null : (own[0]?.last ?? null),
    move: null,
  }));
}

function between({ day }: Found["moves"][number]): Pick<Line, "firstDay" | "lastDay"> {
  return { firstDay: isoDay(day), lastDay: isoDay(day) };
}

function isCounted(row: MeasuredRow, { dimension, counted }: BehindAsk): boolean {
  if (dimension !== undefined && row.dimension !== dimension) return false;
  if (counted === "measured") return true;
  return isTwice(row) && (counted === "twice" || movedOf(row) === counted);
}

/** Says of some citizens who they are: name unless protected, and the caseworker. */
export async function naming(
  tx: Tx,
  citizens: readonly string[],
  staffOf: (citizen: string) => string | null,
): Promise<(citizen: string) => Pick<Behind, "citizen" | "name" | "isProtected" | "staff">> {
  const names = await namesOfCitizens(tx, citizens);
  const staff = await staffNames(
    tx,
    citizens.flatMap((citizen) => staffOf(citizen) ?? []),
  );
  return (citizen) => {
    const own = staffOf(citizen);
    return {
      citizen,
      name: names.get(citizen)?.name ?? null,
      isProtected: names.get(citizen)?.protected ?? false,
      staff: own === null ? null : (staff.get(own) ?? own),
    };
  };
}
