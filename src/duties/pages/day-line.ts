import type { Calendar } from "../../contact/contract.ts";
import { countForm, fill } from "../../platform/texts/catalogue.ts";
import type { Language } from "../../platform/texts/language.ts";
import type { MyDay } from "../day.ts";
import { dutyTexts } from "./duty-texts.ts";

/** The page's first line: the meetings of today unless only some duties are shown, what falls due this week and today, and what is late. */
export function dayLine(
  { counts }: Pick<MyDay, "counts">,
  calendar: Pick<Calendar, "appointments" | "meetings"> | null,
  language: Language,
): string {
  const { day: texts } = dutyTexts[language];
  const said = (count: number, forms: { readonly one: string; readonly other: string }): string =>
    fill(countForm(language, count, forms), { count });
  const [week, today, overdue] = [counts.week ?? 0, counts.today ?? 0, counts.overdue ?? 0];
  const duties = [
    week === 0 ? texts.noWeek : said(week, texts.week),
    ...(today === 0 ? [] : [said(today, texts.today)]),
    ...(overdue === 0 ? [] : [said(overdue, texts.overdue)]),
  ];
  if (calendar === null) return `${duties.join(", ")}.`;
  // A group meeting is one, whoever has a place in it.
  const alone = calendar.appointments.filter(({ state, meeting }) => state === "booked" && meeting === null);
  const together = calendar.meetings.filter(({ state }) => state === "planned");
  const meetings = alone.length + together.length;
  return `${meetings === 0 ? texts.noMeetings : said(meetings, texts.meetings)} ${duties.join(", ")}.`;
}
