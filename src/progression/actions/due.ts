import { bookedFrom } from "../../contact/public.ts";
import { logAccess } from "../../platform/audit/log-access.ts";
import type { Tx } from "../../platform/db/public.ts";
import { addDays, day, isoDay } from "../../platform/kernel/day.ts";
import type { DueAsk, DueList } from "../contract.ts";
import { progression } from "../instruments.ts";
import { lastMeasured } from "../queries/measurements.ts";
import { type InTalk, inTalk } from "../queries/people.ts";
import { isDue, weeksSince } from "../rules/due.ts";
import { said } from "./as-progression.ts";
import { CASE_WORK, DATA, type Keeping, PAGE_SIZE } from "./keeping.ts";
import { naming } from "./people-behind.ts";

/** Never measured stand first, then the longest ago. */
const NEVER = "";

/**
 * Those whose progression was to be measured in their talks and was not for so many weeks (CON-20): of one's own citizens, or everybody in sight. The look
 * is logged with those on the page.
 */
export async function readDue(tx: Tx, asked: DueAsk, who: Keeping): Promise<DueList> {
  const { weeks, targetGroups, source, assumption } = progression.talks;
  const { restricted, aside } = await who.heldBack(tx);
  const on = isoDay(who.on);
  const talked = await whoTalks(tx, asked, { who, groups: targetGroups, weeks });
  const measured = await lastMeasured(tx, [...talked.keys()], on);
  const isMissed = ({ citizen, talk }: InTalk): boolean => {
    const last = measured.get(citizen);
    return isDue({ measured: last === undefined ? null : day(last), talk: day(talk) }, who.on, weeks);
  };
  const missed = [...talked.values()].filter(isMissed);
  const shown = missed
    .filter(({ citizen }) => !aside.has(citizen))
    .toSorted((a, b) => ((measured.get(a.citizen) ?? NEVER) < (measured.get(b.citizen) ?? NEVER) ? -1 : 1));
  const lines = shown.slice((asked.page - 1) * PAGE_SIZE, asked.page * PAGE_SIZE);
  const keys = lines.map(({ citizen }) => citizen);
  await logAccess(tx, { user: who.user, action: "progression.due", purpose: CASE_WORK, keys, data: DATA });
  const called = await naming(tx, keys, (citizen) => talked.get(citizen)?.staff ?? null);
  const booked = keys.length > 0 ? await bookedFrom(tx, on) : [];
  return {
    on,
    weeks,
    source,
    assumption: said(assumption),
    aside: missed.length - shown.length,
    total: shown.length,
    inTalk: [...talked.keys()].filter((citizen) => !aside.has(citizen)).length,
    page: asked.page,
    pageSize: PAGE_SIZE,
    people: lines.map(({ citizen, talk }) => {
      const last = measured.get(citizen) ?? null;
      return {
        ...called(citizen),
        isRestricted: restricted.has(citizen),
        measured: last,
        weeksSince: last === null ? null : weeksSince(day(last), who.on),
        talk,
        booked: booked.find((one) => one.citizen === citizen)?.day ?? null,
      };
    }),
  };
}

type Whom = { readonly who: Keeping; readonly groups: readonly string[]; readonly weeks: number };

async function whoTalks(tx: Tx, { whose }: DueAsk, { who, groups, weeks }: Whom): Promise<ReadonlyMap<string, InTalk>> {
  if (whose === "mine" && who.staff === null) return new Map();
  const rows = await inTalk(tx, {
    on: isoDay(who.on),
    since: isoDay(addDays(who.on, -7 * weeks)),
    groups,
    staff: whose === "mine" ? who.staff : null,
  });
  return new Map(rows.map((row) => [row.citizen, row]));
}
