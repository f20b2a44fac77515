import { sql } from "kysely";
import type { Tx } from "../../platform/db/public.ts";
import { type Day, day, FOREVER, isoDay } from "../../platform/kernel/day.ts";
import type { Stretch, Talk } from "../contract.ts";

const END = isoDay(FOREVER);
const dayOf = (text: string): Day => (text === END ? FOREVER : day(text));

/** What stands around some citizens' courses in other words' records, by citizen. */
export type AroundThem = {
  readonly talks: ReadonlyMap<string, readonly Talk[]>;
  readonly work: ReadonlyMap<string, readonly Stretch[]>;
  readonly education: ReadonlyMap<string, readonly Stretch[]>;
  readonly sex: ReadonlyMap<string, string | null>;
};

type TalkRow = Omit<Talk, "day"> & { readonly citizen: string; readonly day: string };
type StretchRow = Omit<Stretch, "from" | "until"> & {
  readonly citizen: string;
  readonly from: string;
  readonly until: string;
};

/** Conversations, work and education of some citizens as they are believed now. Log the look before showing anything of them. */
export async function aroundCitizens(tx: Tx, citizens: readonly string[]): Promise<AroundThem> {
  const among = sql`citizen = any(${[...citizens]})`;
  const talks =
    await sql<TalkRow>`select citizen, kind, status, form, coalesce(repatriation_guidance, false) as guided, day::text as day
    from contact.talks_now where ${among} order by day desc`.execute(tx);
  const work =
    await sql<StretchRow>`select citizen, kind, hours, null as outcome, from_day::text as "from", until_day::text as until
    from citizens.work_now where ${among}`.execute(tx);
  const education =
    await sql<StretchRow>`select citizen, kind, null::integer as hours, outcome, from_day::text as "from",
    until_day::text as until from citizens.education_now where ${among}`.execute(tx);
  const sex = await sql<{
    citizen: string;
    sex: string | null;
  }>`select citizen, sex from citizens.people_now where ${among}`.execute(tx);
  return {
    talks: Map.groupBy(
      talks.rows.map((row) => ({ ...row, day: day(row.day) })),
      ({ citizen }) => citizen,
    ),
    work: stretches(work.rows),
    education: stretches(education.rows),
    sex: new Map(sex.rows.map((row) => [row.citizen, row.sex])),
  };
}

function stretches(rows: readonly StretchRow[]): ReadonlyMap<string, readonly Stretch[]> {
  return Map.groupBy(
    rows.map((row) => ({ ...row, from: dayOf(row.from), until: dayOf(row.until) })),
    ({ citizen }) => citizen,
  );
}
