import type { Tx } from "../../platform/db/public.ts";
import { fill } from "../../platform/texts/catalogue.ts";
import { calendarFile } from "../render/calendar-file.ts";
import { da } from "../texts.da.ts";
import { en } from "../texts.en.ts";
import { readCalendar } from "./calendar.ts";
import type { Keeping } from "./keeping.ts";

type Asked = {
  readonly from: string;
  readonly days: number;
  readonly whose: "mine" | "unit";
  readonly language: "da" | "en";
  /** Where the pages are, without a slash at the end; null when nobody has said. */
  readonly origin: string | null;
};

/**
 * One's own calendar as a file for one's usual calendar program: kinds and forms, and an address to open each citizen's page by. No name, number or purpose: what
 * leaves for other programs must say nothing about anybody. The look is logged.
 */
export async function readCalendarFile(tx: Tx, asked: Asked, who: Keeping): Promise<string> {
  const { language, origin } = asked;
  const { letter: texts } = language === "da" ? da : en;
  const { appointments, meetings } = await readCalendar(tx, asked, who);
  const alone = appointments.filter(({ meeting }) => meeting === null);
  const entries = alone.map(({ kindLabel, formLabel, citizen, changedAt, ...slot }) => ({
    ...slot,
    summary: fill(texts.entry, { kind: kindLabel[language], form: formLabel[language] }),
    location: null,
    url: origin === null ? null : `${origin}/borgere/${encodeURIComponent(citizen)}`,
    // What is called off is in no calendar.
    isCancelled: false,
    written: new Date(changedAt),
  }));
  // A group meeting is one entry, however many citizens have a place in it; its subject names nobody.
  const together = meetings.map(({ kindLabel, formLabel, id, place, changedAt, ...slot }) => ({
    ...slot,
    id,
    summary: fill(texts.entry, { kind: kindLabel[language], form: formLabel[language] }),
    location: place === "" ? null : place,
    url: origin === null ? null : `${origin}/moeder/${id}`,
    isCancelled: false,
    written: new Date(changedAt),
  }));
  return calendarFile([...entries, ...together], { name: texts.calendarName });
}
