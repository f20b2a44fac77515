import type { Calendar } from "../../contact/contract.ts";
import { countForm, fill } from "../../platform/texts/catalogue.ts";
import type { Language } from "../../platform/texts/language.ts";
import type { MyDay } from "../day.ts";
import { dutyTexts } from "./duty-texts.ts";

/** The page's first line: the meetings of today unless only some duties are shown, what falls due this week and today, and what is late. */
export function dayLine(
  { counts }: Pick<MyDay, "counts">,
  calendar: Pick<Calendar, "appointments"> | null,
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
  const meetings = calendar.appointments.filter(({ state }) => state === "booked").length;
  return `${meetings === 0 ? texts.noMeetings : said(meetings, texts.meetings)} ${duties.join(", ")}.`;
}
