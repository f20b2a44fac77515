import { isoDay } from "../../platform/kernel/day.ts";
import type { Bilingual } from "../../platform/kernel/fact.ts";
import { fill } from "../../platform/texts/catalogue.ts";
import { formatDay } from "../../platform/texts/format.ts";
import { timeText } from "../clock.ts";
import type { BookingFault } from "../rules/booking.ts";
import { da } from "../texts.da.ts";
import { en } from "../texts.en.ts";
import type { Refused } from "./book.ts";
import type { MeetingFault } from "./make-meeting.ts";
import type { SettleFault } from "./settle.ts";

type Problem = { readonly pointer: string; readonly message: Bilingual };

/** Faults of a booking or an outcome in words, each with the field it is about and what would be possible. */
export function contactProblems(faults: readonly (Refused | SettleFault | MeetingFault)[]): Problem[] {
  return faults.map((fault) => ({
    pointer: `/body/${"next" in fault ? "next/" : ""}${fault.field}`,
    message: { da: said(fault, "da"), en: said(fault, "en") },
  }));
}

function said(fault: Refused | SettleFault | MeetingFault, language: "da" | "en"): string {
  const { faults: texts } = language === "da" ? da : en;
  const bounds = "bounds" in fault ? fault.bounds : null;
  const count = "count" in fault && fault.count !== undefined ? { count: fault.count } : {};
  const when = bounds ? { from: timeText(bounds.from), until: timeText(bounds.until) } : {};
  const why = fill(texts[fault.code], { ...when, ...count });
  if (!("instead" in fault) || !HAS_INSTEAD.has(fault.code)) return why;
  const { instead } = fault;
  if (instead === null) return fill(texts.no_time, { why });
  return fill(texts.instead, { why, day: formatDay(isoDay(instead.day), language), time: timeText(instead.starts) });
}

const HAS_INSTEAD: ReadonlySet<string> = new Set<BookingFault["code"]>([
  "in_the_past",
  "closed_that_day",
  "outside_hours",
  "staff_taken",
  "citizen_taken",
]);
