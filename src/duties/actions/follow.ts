import { namesOfCitizens } from "../../citizens/public.ts";
import {
  benefitCodes,
  circumstanceWords,
  conversationWords,
  offerWords,
  stepWords,
  targetGroupWords,
} from "../../law/public.ts";
import { unitNames } from "../../organisation/public.ts";
import { logAccess } from "../../platform/audit/log-access.ts";
import type { Tx } from "../../platform/db/public.ts";
import { addDays, day, isoDay } from "../../platform/kernel/day.ts";
import type { Bilingual } from "../../platform/kernel/fact.ts";
import type { FollowAsk, FollowUp, Reminder } from "../follow.ts";
import { lastLook, type NewsRow, type NotSeenRow, newsSince, noteLook, notSeenFor } from "../queries/follow.ts";
import { openReminders, type ReminderRow } from "../queries/reminders.ts";
import type { DayLooking } from "./my-day.ts";

/** Lines of each list: the rest is counted. */
const MOST = 50;
const WEEK = 7;
const NOT_RUNNING = "9999-12-31";

/**
 * What follows one's cases: what became known since the day one looked last (a week when one never did), who was not talked with for so many
 * weeks, and one's own reminders. Notes that one looked. The look is logged with everybody shown.
 */
export async function readFollowUp(tx: Tx, asked: FollowAsk, who: DayLooking): Promise<FollowUp> {
  const on = isoDay(who.on);
  const { aside } = await who.heldBack(tx);
  const isNobody = asked.whose === "mine" && who.staff === null;
  const followed = { staff: asked.whose === "mine" ? who.staff : null, on };
  const since = (await lastLook(tx, who.user.label, on)) ?? isoDay(addDays(who.on, -WEEK));
  const allNews = isNobody ? [] : await newsSince(tx, followed, since);
  const allNotSeen = isNobody ? [] : await inSight(tx, await notSeenFor(tx, followed, asked.weeks * WEEK));
  const allReminders = await openReminders(tx, who.user.label);
  const shown = <T extends { readonly citizen: string }>(rows: readonly T[]): readonly T[] =>
    rows.filter(({ citizen }) => !aside.has(citizen));
  const [news, notSeen, reminders] = [shown(allNews), shown(allNotSeen), shown(allReminders)];
  const pages = { news: news.slice(0, MOST), notSeen: notSeen.slice(0, MOST), reminders };
  const keys = [...new Set([...pages.news, ...pages.notSeen, ...reminders].map(({ citizen }) => citizen))];
  await noteLook(tx, who.user.label, on);
  await logAccess(tx, {
    user: who.user,
    action: "duties.follow-up",
    purpose: "case work",
    keys,
    data: [
      "name",
      "responsibilities",
      "appointments",
      "benefit_spells",
      "target_group_spells",
      "circumstances",
      "case_steps",
      "conversations",
      "offers",
      "reminders",
    ],
  });
  const called = await naming(tx, keys);
  const units = await unitNames(tx);
  const all = [...allNews, ...allNotSeen, ...allReminders].map(({ citizen }) => citizen);
  return {
    on,
    whose: asked.whose,
    weeks: asked.weeks,
    aside: new Set(all).intersection(aside).size,
    news: { since, total: news.length, lines: pages.news.map((row) => ({ ...called(row), ...newsOf(row, units) })) },
    notSeen: {
      total: notSeen.length,
      lines: pages.notSeen.map((row) => ({ ...called(row), ...notSeenOf(row, who) })),
    },
    reminders: reminders.map((row) => ({ ...called(row), ...reminderOf(row, who.user.label) })),
  };
}

/** Those of whom the reader sees who they are: somebody can be responsible on the day asked for and not today. */
async function inSight<T extends { readonly citizen: string }>(tx: Tx, rows: readonly T[]): Promise<readonly T[]> {
  const names = await namesOfCitizens(
    tx,
    rows.map(({ citizen }) => citizen),
  );
  return rows.filter(({ citizen }) => names.has(citizen));
}

type Named = Pick<Reminder, "citizen" | "name" | "isProtected">;

/** What citizens are called, for those who are on the page. */
export async function naming(
  tx: Tx,
  citizens: readonly string[],
): Promise<(row: { readonly citizen: string }) => Named> {
  const names = await namesOfCitizens(tx, citizens);
  return ({ citizen }) => ({
    citizen,
    name: names.get(citizen)?.name ?? null,
    isProtected: names.get(citizen)?.protected ?? false,
  });
}

/** A reminder as its reader gets it, without the citizen's name. */
export function reminderOf(row: ReminderRow, reader: string): Omit<Reminder, keyof Named> {
  const { citizen: _citizen, changedAt, ...rest } = row;
  return { ...rest, isMine: row.owner === reader, changedAt: changedAt.toISOString() };
}

const WORDS: Readonly<Record<Exclude<NewsRow["kind"], "responsible">, Readonly<Record<string, Bilingual>>>> = {
  benefit: benefitCodes,
  target_group: targetGroupWords,
  circumstance: circumstanceWords,
  step: stepWords,
  talk: conversationWords,
  offer: offerWords,
};
const HAPPENS: ReadonlySet<NewsRow["kind"]> = new Set(["step", "talk"]);

function newsOf(
  row: NewsRow,
  units: ReadonlyMap<string, string>,
): Pick<FollowUp["news"]["lines"][number], "known" | "kind" | "what" | "from" | "to"> {
  const { kind, code, from, until, known } = row;
  const unit = units.get(code) ?? code;
  const { da, en } = kind === "responsible" ? { da: unit, en: unit } : (WORDS[kind][code] ?? { da: code, en: code });
  const isOver = !HAPPENS.has(kind) && until !== NOT_RUNNING;
  return { known, kind, what: { da, en }, from, to: isOver ? isoDay(addDays(day(until), -1)) : null };
}

function notSeenOf(
  { last, since, booked }: NotSeenRow,
  { on }: Pick<DayLooking, "on">,
): Pick<FollowUp["notSeen"]["lines"][number], "last" | "weeks" | "booked"> {
  return { last, weeks: Math.floor((on - day(since)) / WEEK), booked };
}
